import { localeOf } from '#app/locale.ts';
import type { Language } from '#app/model/language.ts';
import { findPreferences } from '#db/mail-preferences/read.ts';
import { withUnsubscribe } from '#emails/layout.tsx';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import type { Services } from '#server/services.ts';
import type { MailToDecide } from './decide-delivery.ts';
import { kindOfTemplate } from './kinds.ts';
import { unsubscribeAddress } from './unsubscribe-address.ts';

/**
 * A rendered mail as this reader gets it: with the link that ends such mails, in its header and under its text, and without
 * an entry for the calendar when they subscribe to theirs.
 */
export async function forReader(
  services: Services,
  mail: MailToDecide & { language: Language },
  { calendar, ...rendered }: RenderedMail,
): Promise<RenderedMail> {
  const { template, personId, toAddress: address } = mail;
  const kind = kindOfTemplate[template];
  const preferences = calendar && (await findPreferences(services.db, { personId, address: address.toLowerCase() }));
  const kept: RenderedMail = preferences?.calendarParts ? { ...rendered, calendar } : rendered;
  if (kind === 'account') return kept;
  return withUnsubscribe(kept, unsubscribeAddress(services, { address, kind, locale: localeOf(mail.language) }));
}
