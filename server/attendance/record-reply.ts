import { type AnswerWindow, answerOfCalendar, answerWindow } from '#app/model/attendance.ts';
import { type InboxOutcome, PARTSTATS } from '#app/model/inbox.ts';
import { findAnswerable, keepReply, lockInvitationOf } from '#db/attendance/replies.ts';
import { updateAnswer } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { meetingIdOf } from '#server/calendar/invitation.ts';
import type { Services } from '#server/services.ts';
import { queueMailTo } from './queue-invitations.ts';

/** An answer as somebody's calendar sent it (REPLY, RFC 5546, 3.2.3). */
export interface CalendarReply {
  uid: string;
  sequence: number;
  /** When it was given; null: it does not say. */
  stamp: Temporal.Instant | null;
  /** Whose answer it is, lower case. */
  address: string;
  /** As it came. */
  partstat: string;
  comment: string;
  /** The mail was proven to come from this very address. */
  proven: boolean;
  /** Whether a mail may be written because of it: not when a program sent it. */
  mayAsk: boolean;
}

export interface RecordedReply {
  outcome: InboxOutcome;
  meetingId: string | null;
  attendanceId: string | null;
}

const CLOSED = { started: 'started', cancelled: 'cancelled', not_announced: 'not_announced' } as const satisfies Record<
  Exclude<AnswerWindow, 'open'>,
  InboxOutcome
>;

/**
 * Writes down what somebody answered in their calendar, in the caller's transaction. Of several answers the newest counts,
 * by SEQUENCE and then by the time when it was given (RFC 5546, 2.1.5), whatever the order in which they come; one that was
 * given here since stands. An answer that nothing proves changes nothing: once a day at most, the person is asked.
 */
export async function recordReply(trx: Trx, services: Services, reply: CalendarReply): Promise<RecordedReply> {
  const meetingId = meetingIdOf(reply.uid, services.env.appUrl);
  const meeting = meetingId ? await findAnswerable(trx, meetingId) : undefined;
  if (!meetingId || !meeting) return { outcome: 'unknown_meeting', meetingId: null, attendanceId: null };
  const invitation = await lockInvitationOf(trx, { meetingId, address: reply.address });
  if (!invitation) return { outcome: 'not_invited', meetingId, attendanceId: null };
  const { attendanceId } = invitation;
  const as = (outcome: InboxOutcome): RecordedReply => ({ outcome, meetingId, attendanceId });
  const now = services.clock.now();
  const window = answerWindow(meeting, now);
  if (window !== 'open') return as(CLOSED[window]);
  if (reply.partstat === 'DELEGATED') return as('delegated');
  const partstat = PARTSTATS.find((one) => one === reply.partstat);
  if (!partstat) return as('kept');
  if (!reply.proven) {
    if (reply.mayAsk) await askToConfirm(trx, services, invitation, partstat);
    return as('unproven');
  }
  // a clock that is ahead must not outrank every later answer
  const stamp = reply.stamp && Temporal.Instant.compare(reply.stamp, now) < 0 ? reply.stamp : now;
  if (isLate({ sequence: reply.sequence, stamp }, invitation)) return as('late');
  const { comment, sequence } = reply;
  await keepReply(trx, { attendanceId, sequence, stamp: stamp.toString(), partstat, comment, receivedAt: now.toString() });
  const onSite = meeting.placeName !== '' || meeting.placeAddress !== '';
  const { answer, placeAssumed } = answerOfCalendar(partstat, { ...invitation, onSite, online: meeting.onlineUrl !== '' });
  if (answer === 'unchanged' || answer === invitation.answer) return as(invitation.partstat === partstat ? 'repeated' : 'recorded');
  const given = answer === 'none' ? null : { answer, substituteName: '', substituteFunction: '' };
  await updateAnswer(trx, { meetingId, attendanceId, given, at: stamp.toString(), by: null, placeAssumed });
  await recordAudit(trx, {
    personId: invitation.personId,
    action: 'attendance.reply',
    subjectType: 'meeting',
    subjectId: meetingId,
    detail: { attendanceId, from: invitation.answer, to: answer },
  });
  return as('recorded');
}

type LockedInvitation = NonNullable<Awaited<ReturnType<typeof lockInvitationOf>>>;

function isLate(reply: { sequence: number; stamp: Temporal.Instant }, known: LockedInvitation): boolean {
  const olderThan = (instant: string) => Temporal.Instant.compare(reply.stamp, instant) < 0;
  if (known.sequence !== null && known.stamp !== null) {
    if (reply.sequence < known.sequence) return true;
    if (reply.sequence === known.sequence && olderThan(known.stamp)) return true;
  }
  return known.answeredAt !== null && olderThan(known.answeredAt);
}

async function askToConfirm(
  trx: Trx,
  services: Services,
  invitation: LockedInvitation,
  partstat: (typeof PARTSTATS)[number],
): Promise<void> {
  const { attendanceId, email } = invitation;
  if (!email) return;
  const day = services.clock.now().toString().slice(0, 10);
  await queueMailTo(
    trx,
    services,
    { ...invitation, email },
    { template: 'unproven-reply', payload: { attendanceId, partstat }, dedupeKey: `unproven-reply:${attendanceId}:${day}` },
  );
}
