import { findPreferences } from '#db/mail-preferences/read.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { kindOfTemplate } from './kinds.ts';
import { cannotWait } from './urgency.ts';

/** A mail of the outbox whose turn has come. */
export interface MailToDecide {
  template: MailTemplateName;
  /** As its row holds it. */
  payload: unknown;
  personId: string | null;
  toAddress: string;
}

/**
 * What its reader wants of a mail at the moment it would leave: sent, kept for the digest of the day, or not sent at all.
 * What was chosen since it was queued counts. News that cannot wait is sent to those who want a digest, too.
 */
export async function decideDelivery(services: Services, mail: MailToDecide): Promise<'send' | 'digest' | 'withhold'> {
  const kind = kindOfTemplate[mail.template];
  if (kind === 'account') return 'send';
  const { deliveries } = await findPreferences(services.db, { personId: mail.personId, address: mail.toAddress.toLowerCase() });
  const delivery = deliveries[kind];
  if (delivery === 'never') return 'withhold';
  if (delivery === 'now' || (await cannotWait(services, mail))) return 'send';
  return deliveries.digest === 'never' ? 'withhold' : 'digest';
}
