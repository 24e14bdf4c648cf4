import { isOver } from '#app/model/attendance.ts';
import { findMeetingState } from '#db/attendance/invitations.ts';
import { findWaitingInvitations, withdrawWaitingUpdates } from '#db/attendance/waiting-mails.ts';
import { type Invitee, listInvitees } from '#db/attendance/write.ts';
import type { Trx } from '#db/client.ts';
import type { MailPayloads } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { queueInvitations, queueMailTo } from './queue-invitations.ts';

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

/**
 * Queues the news of a change for those invited to a meeting, in the transaction that made it and after it. One mail for
 * each person and SEQUENCE; changes that follow one another before a mail leaves are one mail. Whoever has not been sent
 * their invitation yet needs no news: it will say how things stand. A draft and a meeting that is over tell nobody.
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
    const payload = { meetingId, why: 'cancelled' as const, sequence, by };
    for (const invitee of invitees) {
      const dedupeKey = `cancellation:${invitee.attendanceId}:${sequence}`;
      await queueMailTo(trx, services, invitee, { template: 'cancellation', payload, dedupeKey });
    }
    return;
  }
  const earlier = await takeBackUpdates(trx, invitees, sequence);
  const { onlineUrl, edtf, timeZone, placeName, placeAddress } = news.before;
  const change = { before: { edtf, timeZone, placeName, placeAddress }, onlineChanged: onlineUrl !== meeting.onlineUrl };
  for (const invitee of invitees) {
    const { attendanceId } = invitee;
    const waiting = earlier.get(attendanceId);
    const payload = { attendanceId, by, sequence, ...(waiting ? joined(waiting, change) : change) };
    await queueMailTo(trx, services, invitee, { template: 'meeting-update', payload, dedupeKey: `update:${attendanceId}:${sequence}` });
  }
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

type Change = Pick<MailPayloads['meeting-update'], 'before' | 'onlineChanged'>;

/** From what the person last knew to how things are now. */
function joined(earlier: Change, later: Change): Change {
  return { before: earlier.before, onlineChanged: earlier.onlineChanged || later.onlineChanged };
}

async function takeBackUpdates(trx: Trx, invitees: readonly Invitee[], sequence: number): Promise<Map<string, Change>> {
  const attendanceIds = invitees.map((invitee) => invitee.attendanceId);
  const taken = await withdrawWaitingUpdates(trx, { attendanceIds, sequence });
  const changes = new Map<string, Change>();
  for (const { attendanceId, payload } of taken) {
    // the rows were written below, whose types are those of the template
    const change = payload as Change;
    const before = changes.get(attendanceId);
    changes.set(attendanceId, before ? joined(before, change) : change);
  }
  return changes;
}
