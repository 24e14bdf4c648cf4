import { findInvitation } from '#db/attendance/invitations.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { meetingUpdateMail } from '#emails/meeting-update.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { mintAnswerLinks } from './answer-links.ts';
import { calendarPart, meetingInMail, senderOf } from './meeting-in-mail.ts';

/** What changed, old → new, and the calendar entry that moves. A meeting that was cancelled since has its own mail. */
export const renderMeetingUpdate: MailTemplate<'meeting-update'> = async (services, mail) => {
  const { attendanceId, by, before, onlineChanged } = mail.payload;
  const { locale } = mail;
  const invitation = await findInvitation(services.db, attendanceId);
  if (invitation?.status !== 'scheduled') return null;
  const { meetingId, personId, groupName, readerZone } = invitation;
  const meeting = await findMeetingForMail(services.db, { meetingId, personId });
  if (!meeting) return null;
  const organiser = await senderOf(services, by);
  const rendered = meetingUpdateMail({
    locale,
    appUrl: services.env.appUrl,
    givenName: invitation.givenName,
    answer: invitation.answer,
    before,
    onlineChanged,
    meeting: meetingInMail(services, meeting, { readerZone, groupName, locale }),
    answers: await mintAnswerLinks(services, { attendanceId, personId, edtf: meeting.edtf, timeZone: meeting.timeZone, locale }),
  });
  // changed back before this mail left: nothing to tell
  if (!rendered) return null;
  const to = { address: mail.toAddress, name: mail.toName };
  const part = { to, groupName, locale };
  const request = calendarPart(services, { ...part, method: 'REQUEST', meeting });
  // from a day to « en septembre »: the entry in their calendar would stay on the old day
  const withdrawn = request.calendar ? request : calendarPart(services, { ...part, method: 'CANCEL', meeting: { ...meeting, ...before } });
  return { ...rendered, ...(organiser && { organiser }), ...withdrawn };
};
