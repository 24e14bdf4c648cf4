import { createHash } from 'node:crypto';
import { INBOX_LIMITS, type InboxDoor, type InboxOutcome } from '#app/model/inbox.ts';
import type { Trx } from '#db/client.ts';
import { findReceived } from '#db/inbox/read.ts';
import { insertReceived, type Treatment, updateTreatment } from '#db/inbox/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { recordReply } from '#server/attendance/record-reply.ts';
import { recordBounce } from '#server/outbox/record-bounce.ts';
import type { Services } from '#server/services.ts';
import { isAuthentic } from './authentication-results.ts';
import { type IncomingMail, parseMail } from './parse-mail.ts';
import { readBounce } from './read-bounce.ts';
import type { CalendarAnswer } from './read-calendar-answer.ts';
import { mayBeAnswered, type SortedMail, sortMail } from './sort-mail.ts';

export interface ReceivedBy {
  door: InboxDoor;
  /** Name under which our own mail server writes its verdicts (RFC 8601); null: none is believed. */
  authservId: string | null;
  /** `raw` is only the headers: the whole was too large to be read. */
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
  const mail = await parseMail(raw);
  const sorted: SortedMail = mail ? sortMail(mail) : { kind: 'other', answer: 'broken' };
  const row = {
    ...{ sha256, receivedAt: services.clock.now().toString(), door: by.door, kind: sorted.kind },
    ...{ messageId: mail?.messageId ?? '', subject: mail?.subject ?? '' },
    ...{ fromAddress: mail?.from?.address ?? '', fromName: mail?.from?.name ?? '' },
    excerpt: (mail?.text ?? '').slice(0, INBOX_LIMITS.excerpt).toWellFormed(),
  };
  // before the row, in a transaction of its own: the same report twice is one failure, and a crash between loses none
  const returned = mail && sorted.kind === 'bounce' && !by.tooLarge ? await noteBounce(services, mail) : null;
  const treatment = await inTransaction(services.db, async (trx) => {
    const id = await insertReceived(trx, row);
    if (!id) return null;
    const done = returned ?? (await treat(trx, services, { mail, sorted, by }));
    await updateTreatment(trx, id, { ...done, detail: done.detail.slice(0, INBOX_LIMITS.detail).toWellFormed() });
    return done;
  });
  if (treatment?.outcome === 'recorded' && treatment.meetingId) services.live.changed(treatment.meetingId, 'attendance');
  return treatment?.outcome ?? (await findReceived(services.db, sha256))?.outcome ?? 'kept';
}

async function treat(
  trx: Trx,
  services: Services,
  { mail, sorted, by }: { mail: IncomingMail | null; sorted: SortedMail; by: ReceivedBy },
): Promise<Treatment> {
  if (by.tooLarge) return { outcome: 'too_large', detail: '' };
  if (!mail || sorted.answer === 'broken') return { outcome: 'unreadable', detail: '' };
  if (sorted.kind !== 'reply' || !sorted.answer) return { outcome: 'kept', detail: '' };
  return answerWith(trx, services, { mail, answer: sorted.answer, by });
}

/** Only who sent a mail, as our own server found, answers by it, and only for themselves. */
async function answerWith(
  trx: Trx,
  services: Services,
  { mail, answer, by }: { mail: IncomingMail; answer: CalendarAnswer; by: ReceivedBy },
): Promise<Treatment> {
  const from = mail.from?.address ?? '';
  const attendee = answer.attendees.find(({ address }) => address === from) ?? answer.attendees[0];
  if (!attendee?.address) return { outcome: 'unreadable', detail: '' };
  const { address, partstat, delegatedTo } = attendee;
  const proven = by.authservId !== null && address === from && isAuthentic(mail.headers, { authservId: by.authservId, from });
  const { uid, sequence, stamp, comment } = answer;
  const recorded = await recordReply(trx, services, {
    ...{ uid, sequence, stamp, comment, address, partstat, proven },
    mayAsk: mayBeAnswered(mail),
  });
  return { ...recorded, detail: [partstat, address !== from && address, delegatedTo, comment].filter(Boolean).join(' · ') };
}

async function noteBounce(services: Services, mail: IncomingMail): Promise<Treatment> {
  const bounce = readBounce(mail, services.env);
  if (!bounce) return { outcome: 'kept', detail: '' };
  const detail = [bounce.recipient, bounce.diagnostic].filter(Boolean).join(' · ');
  if (!bounce.messageId) return { outcome: 'kept', detail };
  await recordBounce(services, bounce);
  return { outcome: 'bounce_recorded', detail };
}
