import { type AnswerWindow, answerWindow } from '#app/model/attendance.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { whenOf } from '#app/model/when.ts';
import { findOwnAttendance, type OwnAttendance } from '#db/attendance/read.ts';
import { findMeeting, type MeetingDetails } from '#db/meetings/read.ts';
import type { Services } from '#server/services.ts';

export interface InvitationPage {
  meeting: Pick<
    MeetingDetails,
    | ('slug' | 'title' | 'groupName' | 'edtf' | 'timeZone' | 'summary' | 'cancelReason')
    | ('placeName' | 'placeAddress' | 'placeAccess' | 'onlineUrl')
  >;
  own: OwnAttendance;
  window: AnswerWindow;
  /** Whether its date is exact enough for a calendar. */
  inCalendar: boolean;
}

/** What an invited person sees of their invitation; null: they are not invited (any more). */
export async function readInvitation(services: Services, scope: MeetingScope): Promise<InvitationPage | null> {
  const own = await findOwnAttendance(services.db, scope);
  if (!own) return null;
  const found = await findMeeting(services.db, scope);
  const { kind } = whenOf(found.edtf);
  const inCalendar = kind === 'time' || kind === 'day' || kind === 'span';
  const { slug, title, groupName, edtf, timeZone, summary, cancelReason, placeName, placeAddress, placeAccess, onlineUrl } = found;
  const meeting = { slug, title, groupName, edtf, timeZone, summary, cancelReason, placeName, placeAddress, placeAccess, onlineUrl };
  return { meeting, own, window: answerWindow(found, services.clock.now()), inCalendar };
}
