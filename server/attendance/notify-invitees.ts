import { isOver } from '#app/model/attendance.ts';
import { findMeetingState } from '#db/attendance/invitations.ts';
import { listInvitees } from '#db/attendance/write.ts';
import type { Trx } from '#db/client.ts';
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

export type MeetingNews = { meetingId: string /** The organiser, whose name the mails carry. */; by: string } & (
  | /** A draft became public: who waits on its list is invited. */ { what: 'announced' }
  | /** Time, place or online link changed, and SEQUENCE rose with them. */ { what: 'updated'; before: MeetingBefore }
  | { what: 'cancelled' }
);

/**
 * Queues the news of a change for those invited to a meeting, in the transaction that made it and after it. One mail for
 * each person and SEQUENCE. A meeting that is over and a draft tell nobody.
 */
export async function notifyInvitees(trx: Trx, services: Services, news: MeetingNews): Promise<void> {
  const { meetingId, by } = news;
  const meeting = await findMeetingState(trx, meetingId);
  const { sequence } = meeting;
  const was = news.what === 'updated' ? news.before : meeting;
  if (meeting.status === 'draft' || (isOver(was, services.clock.now()) && isOver(meeting, services.clock.now()))) return;
  if (news.what === 'announced') return void (await queueInvitations(trx, services, { meetingId, sequence, by }));
  for (const invitee of await listInvitees(trx, meetingId)) {
    const { attendanceId } = invitee;
    if (news.what === 'cancelled') {
      const payload = { meetingId, why: 'cancelled' as const, sequence, by };
      await queueMailTo(trx, services, invitee, {
        template: 'cancellation',
        payload,
        dedupeKey: `cancellation:${attendanceId}:${sequence}`,
      });
    } else {
      const { edtf, timeZone, placeName, placeAddress, onlineUrl } = news.before;
      const before = { edtf, timeZone, placeName, placeAddress };
      const payload = { attendanceId, before, onlineChanged: onlineUrl !== meeting.onlineUrl, sequence, by };
      await queueMailTo(trx, services, invitee, { template: 'meeting-update', payload, dedupeKey: `update:${attendanceId}:${sequence}` });
    }
  }
}
