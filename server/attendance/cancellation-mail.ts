import { findMailFrame } from '#db/attendance/invitations.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { cancellationMail } from '#emails/cancellation.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { calendarPart, frameOf, meetingInMail } from './meeting-in-mail.ts';

/** Tells that a meeting is off, or that one person is no longer invited; their calendar drops it. */
export const renderCancellation: MailTemplate<'cancellation'> = async (services, mail) => {
  const { meetingId, attendanceId, why, sequence, by } = mail.payload;
  const { personId, locale } = mail;
  if (!personId) return null;
  const [frame, meeting] = [
    await findMailFrame(services.db, { meetingId, personId }),
    await findMeetingForMail(services.db, { meetingId, personId }),
  ];
  // an answer means that the person is on the list again: invited anew before this mail left
  if (!frame || !meeting || (why === 'removed' && meeting.answer !== null)) return null;
  const { groupName, readerZone, givenName } = frame;
  const rendered = cancellationMail({
    locale,
    appUrl: services.env.appUrl,
    givenName,
    why,
    meeting: meetingInMail(services, meeting, { readerZone, groupName, locale }),
  });
  const to = { address: mail.toAddress, name: mail.toName };
  const calendar = calendarPart(services, { method: 'CANCEL', meeting: { ...meeting, sequence }, to, groupName, locale });
  return { ...rendered, ...(await frameOf(services, { by, attendanceId })), ...calendar };
};
