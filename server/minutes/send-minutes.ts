import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findVersion } from '#db/minutes/read.ts';
import { insertSending } from '#db/minutes/write-sending.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMails } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { mayPublish } from './policy.ts';
import { chosenRecipients, type RecipientChoice, readRecipients } from './recipients.ts';

export type Sent =
  | { ok: true; recipients: number }
  | { ok: false; reason: 'not-allowed' | 'not-published' | 'nobody' }
  /** The people are others than when the organiser was asked to confirm: `recipients` now. */
  | { ok: false; reason: 'changed'; recipients: number };

export interface Sending extends RecipientChoice {
  /** The version that the organiser looked at. */
  number: number;
  /** How many people the organiser confirmed. */
  expected: number;
  /** The organiser's own words, '' for none. */
  message: string;
}

/**
 * Mails the latest version of the minutes, with its summary and links, to those chosen: one mail to each address, and
 * never the same version twice to one. They leave after the commit.
 */
export async function sendMinutes(services: Services, scope: MeetingScope, by: Viewer, sending: Sending): Promise<Sent> {
  if (!mayPublish(scope.can)) return { ok: false, reason: 'not-allowed' };
  const { meetingId } = scope;
  const version = await findVersion(services.db, scope);
  if (version?.number !== sending.number) return { ok: false, reason: 'not-published' };
  const recipients = chosenRecipients(await readRecipients(services, scope), sending);
  if (recipients.length === 0) return { ok: false, reason: 'nobody' };
  if (recipients.length !== sending.expected) return { ok: false, reason: 'changed', recipients: recipients.length };
  const { number, message } = sending;
  const payload = { meetingId, number, by: by.personId, message };
  await inTransaction(services.db, async (trx) => {
    const mails = recipients.map(({ personId, address, name, language }) => {
      const dedupeKey = `minutes ${meetingId} ${number} ${address}`;
      return { template: 'minutes-published' as const, payload, personId, to: { address, name }, language, dedupeKey };
    });
    await queueMails(trx, services, mails);
    const sentAt = services.clock.now().toString();
    await insertSending(trx, { meetingId, number, sentAt, sentBy: by.personId, recipients: recipients.length });
    await recordAudit(trx, {
      ...{ personId: by.personId, action: 'minutes.sent', subjectType: 'meeting', subjectId: meetingId },
      detail: { number, recipients: recipients.length },
    });
  });
  return { ok: true, recipients: recipients.length };
}
