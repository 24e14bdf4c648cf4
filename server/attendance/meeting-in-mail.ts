import { type Locale, localePath } from '#app/locale.ts';
import { fullNameOf } from '#app/model/attendance.ts';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import { cleanLine } from '#app/model/text.ts';
import { findSender } from '#db/attendance/invitations.ts';
import { findFirstMessageId } from '#db/attendance/waiting-mails.ts';
import type { MeetingInMail } from '#emails/meeting-facts.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { invitationCalendar } from '#server/calendar/invitation.ts';
import type { Services } from '#server/services.ts';

/** A meeting as the mails about it show it. */
export function meetingInMail(
  services: Services,
  meeting: CalendarMeeting,
  reader: { readerZone: string; groupName: string; locale: Locale },
): MeetingInMail {
  const { edtf, timeZone, placeName, placeAddress, placeAccess, onlineUrl, cancelReason } = meeting;
  const { readerZone, groupName, locale } = reader;
  const pageUrl = `${services.env.appUrl}${localePath(`/meetings/${meeting.slug}`, locale)}`;
  const title = cleanLine(meeting.title);
  return { title, groupName, edtf, timeZone, readerZone, placeName, placeAddress, placeAccess, onlineUrl, cancelReason, pageUrl };
}

/** Who the mail is from, in words, and whom an answer to it reaches; someone without an address, or gone, gets none. */
export async function senderOf(services: Services, personId: string): Promise<RenderedMail['organiser']> {
  const sender = await findSender(services.db, personId);
  return sender?.email ? { name: fullNameOf(sender), address: sender.email } : undefined;
}

/** What frames every mail about an invitation: whom an answer reaches, and the first mail that it goes on from. */
export async function frameOf(
  services: Services,
  { by, attendanceId }: { by: string; attendanceId: string },
): Promise<Pick<RenderedMail, 'organiser' | 'inReplyTo'>> {
  const organiser = await senderOf(services, by);
  const inReplyTo = await findFirstMessageId(services.db, attendanceId);
  return { ...(organiser && { organiser }), ...(inReplyTo && { inReplyTo }) };
}

interface PartOfMail {
  method: 'REQUEST' | 'CANCEL';
  meeting: CalendarMeeting;
  to: { address: string; name: string };
  groupName: string;
  locale: Locale;
}

/** The calendar part of a mail to one invited person; nothing when the date is too vague for a calendar. */
export function calendarPart(services: Services, { method, meeting, to, groupName, locale }: PartOfMail): Pick<RenderedMail, 'calendar'> {
  const { appUrl, mailFrom } = services.env;
  // nobody invites themselves: Exchange takes an attendee who is the organiser as an order to write the meeting anew
  if (to.address.toLowerCase() === mailFrom.toLowerCase()) return {};
  const ics = invitationCalendar({
    method,
    meeting,
    attendee: { ...to, answer: meeting.answer ?? 'none' },
    organiser: { name: groupName, address: mailFrom },
    appUrl,
    locale,
  });
  return ics ? { calendar: { method, ics } } : {};
}
