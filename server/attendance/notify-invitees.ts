import { isOver } from '#app/model/attendance.ts';
import { findMeetingState } from '#db/attendance/invitations.ts';
import { findWaitingInvitations, lockWaitingUpdates, withdrawMails } from '#db/attendance/waiting-mails.ts';
import { type Invitee, listInvitees } from '#db/attendance/write.ts';
import type { Trx } from '#db/client.ts';
import type { MailPayloads } from '#server/outbox/mails.ts';
import { queueMails } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';
import { addressedTo, queueInvitations } from './queue-invitations.ts';

/** When and where a meeting was before a change: what its mail calls the old. */
export interface MeetingBefore {
  edtf: string;
  timeZone: string;
  placeName: string;
  placeAddress: string;
  onlineUrl: string;
}

/** `by`: the organiser, whose name the mails carry. */
export type MeetingNews = { meetingId: string; by: string } & (
  | /** A draft became public: who waits on its list is invited. */ { what: 'announced' }
  | /** Time, place or online link changed, and SEQUENCE rose with them. */ { what: 'updated'; before: MeetingBefore }
  | { what: 'cancelled' }
);

/** Changes within this time are one mail: whoever edits a meeting often saves more than once. */
const GATHERED = { minutes: 5 };
/** In the demo, whose visitors look into the mailbox next. */
const GATHERED_IN_DEMO = { seconds: 10 };

/**
 * Queues the news of a change for those invited to a meeting, in the transaction that made it and after it. A change waits
 * for five minutes, and those that follow in this time are told in the same mail, from what the person last knew to how
 * things are when it leaves. Whoever has not been sent their invitation yet needs no news: it will say how things stand. A
 * draft and a meeting that is over tell nobody; that it is off does not concern who will not come.
 */
export async function notifyInvitees(trx: Trx, services: Services, news: MeetingNews): Promise<void> {
  const { meetingId, by } = news;
  const meeting = await findMeetingState(trx, meetingId);
  const { sequence } = meeting;
  const now = services.clock.now();
  const was = news.what === 'updated' ? news.before : meeting;
  if (meeting.status === 'draft' || (isOver(was, now) && isOver(meeting, now))) return;
  if (news.what === 'announced') return void (await queueInvitations(trx, services, { meetingId, sequence, by }));
  const invitees = await listInformed(trx, meetingId);
  if (news.what === 'cancelled') {
    const coming = invitees.filter(({ answer }) => answer !== 'declined');
    const mails = coming.map((invitee) => ({
      ...addressedTo(invitee),
      template: 'cancellation' as const,
      payload: { meetingId, attendanceId: invitee.attendanceId, why: 'cancelled' as const, sequence, by },
      dedupeKey: `cancellation:${invitee.attendanceId}:${sequence}`,
    }));
    return void (await queueMails(trx, services, mails));
  }
  const { edtf, timeZone, placeName, placeAddress, onlineUrl } = news.before;
  const known = await takeBackUpdates(trx, invitees);
  const mails = invitees
    .filter(({ attendanceId }) => !known.told.has(attendanceId))
    .map((invitee) => ({
      ...addressedTo(invitee),
      template: 'meeting-update' as const,
      payload: {
        ...{ attendanceId: invitee.attendanceId, by, sequence },
        before: known.before.get(invitee.attendanceId) ?? { edtf, timeZone, placeName, placeAddress, onlineUrl },
      },
      dedupeKey: `update:${invitee.attendanceId}:${sequence}`,
    }));
  await queueMails(trx, services, mails, { notBefore: now.add(services.env.demo ? GATHERED_IN_DEMO : GATHERED).toString() });
}

/** Those who were sent an invitation. */
async function listInformed(trx: Trx, meetingId: string): Promise<Invitee[]> {
  const invitees = await listInvitees(trx, meetingId);
  const waiting = await findWaitingInvitations(
    trx,
    invitees.map((invitee) => invitee.attendanceId),
  );
  return invitees.filter((invitee) => !waiting.has(invitee.attendanceId));
}

type Before = MailPayloads['meeting-update']['before'];

/**
 * What waits already: `told`, by a mail that nobody has begun to send and that will say how things stand; `before`, what
 * others last knew whose mail could not be sent yet, and is taken back for a newer one.
 */
async function takeBackUpdates(trx: Trx, invitees: readonly Invitee[]): Promise<{ told: Set<string>; before: Map<string, Before> }> {
  const attendanceIds = invitees.map((invitee) => invitee.attendanceId);
  const waiting = await lockWaitingUpdates(trx, attendanceIds);
  const told = new Set(waiting.filter((mail) => !mail.begun).map((mail) => mail.attendanceId));
  const begun = waiting.filter((mail) => mail.begun && !told.has(mail.attendanceId));
  await withdrawMails(
    trx,
    begun.map((mail) => mail.id),
  );
  // the rows were written above, whose types are those of the template; of several, the oldest is what the person knows
  const before = new Map(begun.toReversed().map(({ attendanceId, payload }) => [attendanceId, (payload as { before: Before }).before]));
  return { told, before };
}
