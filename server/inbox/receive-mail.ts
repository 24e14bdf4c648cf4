import { createHash } from 'node:crypto';
import { INBOX_LIMITS, type InboxDoor, type InboxOutcome } from '#app/model/inbox.ts';
import type { Trx } from '#db/client.ts';
import { findReceived, findSequence } from '#db/inbox/read.ts';
import { insertReceived, type Treatment, updateTreatment } from '#db/inbox/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { recordReply } from '#server/attendance/record-reply.ts';
import { meetingIdOf } from '#server/calendar/invitation.ts';
import { recordBounce } from '#server/outbox/record-bounce.ts';
import type { Services } from '#server/services.ts';
import { isAuthentic } from './authentication-results.ts';
import type { CalendarAnswer } from './read-calendar-answer.ts';
import { type MailRead, readHeaders, readMail } from './read-mail.ts';
import { mayBeAnswered } from './sort-mail.ts';
import type { ReadMail } from './take-apart.ts';

export interface ReceivedBy {
  door: InboxDoor;
  /** Name under which our own mail server writes its verdicts (RFC 8601); null: none is believed. */
  authservId: string | null;
  /** `raw` is only the beginning: the whole was too large to be read. */
  tooLarge?: true;
}

/**
 * Treats one mail (RFC 5322, as it came): the answer of a calendar is written down, a report of a mail that came back is
 * noted, everything else is kept for people to see. The same octets again change nothing, so whoever hands a mail over
 * may do so until this returned; it throws only when it could not be written down.
 */
export async function receiveMail(services: Services, raw: Uint8Array, by: ReceivedBy): Promise<InboxOutcome> {
  const sha256 = createHash('sha256').update(raw).digest();
  const known = await findReceived(services.db, sha256);
  if (known) return known.outcome;
  const read = by.tooLarge ? await readHeaders(services, raw, 'too_large') : await readMail(services, raw);
  const { mail } = read;
  const row = {
    ...({ sha256, receivedAt: services.clock.now().toString(), door: by.door, kind: mail?.sorted.kind ?? 'other' } as const),
    ...{ messageId: mail?.messageId ?? '', subject: mail?.subject ?? '' },
    ...{ fromAddress: mail?.from?.address ?? '', fromName: mail?.from?.name ?? '' },
    excerpt: (mail?.text ?? '').slice(0, INBOX_LIMITS.excerpt).toWellFormed(),
  };
  // before the row, in a transaction of its own: the same report twice is one failure, and a crash between loses none
  const returned = read.fault === null && read.mail.sorted.kind === 'bounce' ? await noteBounce(services, read.mail) : null;
  const treatment = await inTransaction(services.db, async (trx) => {
    const id = await insertReceived(trx, row);
    if (!id) return null;
    const done = returned ?? (await treat(trx, services, read, by));
    await updateTreatment(trx, id, { ...done, detail: done.detail.slice(0, INBOX_LIMITS.detail).toWellFormed() });
    return done;
  });
  if (treatment?.outcome === 'recorded' && treatment.meetingId) services.live.changed(treatment.meetingId, 'attendance');
  return treatment?.outcome ?? (await findReceived(services.db, sha256))?.outcome ?? 'kept';
}

async function treat(trx: Trx, services: Services, { fault, mail }: MailRead, by: ReceivedBy): Promise<Treatment> {
  if (fault) return { outcome: fault, detail: '' };
  const { kind, answer } = mail.sorted;
  if (answer === 'broken') return { outcome: 'unreadable', detail: '' };
  if (kind !== 'reply' || !answer) return { outcome: 'kept', detail: '' };
  return answerWith(trx, services, { mail, answer, by });
}

/** Only who sent a mail, as our own server found, answers by it, and only for themselves. */
async function answerWith(
  trx: Trx,
  services: Services,
  { mail, answer, by }: { mail: ReadMail; answer: CalendarAnswer; by: ReceivedBy },
): Promise<Treatment> {
  const from = mail.from?.address ?? '';
  const attendee = answer.attendees.find(({ address }) => address === from) ?? answer.attendees[0];
  if (!attendee?.address) return { outcome: 'unreadable', detail: '' };
  const { address, partstat, delegatedTo } = attendee;
  const proven = by.authservId !== null && address === from && isAuthentic(mail.headers, { authservId: by.authservId, from });
  const { uid, comment } = answer;
  const stamp = answer.stamp === null ? null : Temporal.Instant.from(answer.stamp);
  const meetingId = meetingIdOf(uid, services.env.appUrl);
  // nobody was sent a newer entry than the meeting's own: a number beyond it would outrank every later answer
  const sequence = Math.min(answer.sequence, (meetingId && (await findSequence(trx, meetingId))) || 0);
  const recorded = await recordReply(trx, services, {
    ...{ uid, sequence, stamp, comment, address, partstat, proven },
    mayAsk: mayBeAnswered(mail),
  });
  return { ...recorded, detail: [partstat, address !== from && address, delegatedTo, comment].filter(Boolean).join(' · ') };
}

async function noteBounce(services: Services, { bounce }: ReadMail): Promise<Treatment> {
  if (!bounce) return { outcome: 'kept', detail: '' };
  const detail = [bounce.recipient, bounce.diagnostic].filter(Boolean).join(' · ');
  if (!bounce.messageId) return { outcome: 'kept', detail };
  return { outcome: (await recordBounce(services, bounce)) ? 'bounce_recorded' : 'kept', detail };
}
