import { localeOf } from '#app/locale.ts';
import { findInvitation } from '#db/attendance/invitations.ts';
import { findOwnAttendance } from '#db/attendance/read.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { eventOf } from '#server/calendar/event.ts';
import { writeCalendar } from '#server/calendar/write-calendar.ts';
import type { Services } from '#server/services.ts';
import type { InvitationScope } from './access.ts';

/** The meeting as a calendar file (RFC 5545) for whom a link invites, with the link of the video conference; null: its date is too vague. */
export async function writeCalendarFile(services: Services, scope: InvitationScope): Promise<string | null> {
  const invitation = await findInvitation(services.db, scope.attendanceId);
  const own = await findOwnAttendance(services.db, scope);
  const meeting = invitation && (await findMeetingForMail(services.db, invitation));
  if (!own || !meeting) return null;
  const language = localeOf(own.language);
  const event = eventOf(meeting, { appUrl: services.env.appUrl, locale: language });
  return event && writeCalendar({ timeZone: meeting.timeZone, language, events: [event] });
}
