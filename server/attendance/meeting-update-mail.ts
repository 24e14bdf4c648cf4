import { findInvitation } from '#db/attendance/invitations.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { meetingUpdateMail } from '#emails/meeting-update.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { mintAnswerLinks } from './answer-links.ts';
import { calendarPart, frameOf, meetingInMail } from './meeting-in-mail.ts';

/** What changed, old → new, and the calendar entry that moves. A meeting that was cancelled since has its own mail. */
export const renderMeetingUpdate: MailTemplate<'meeting-update'> = async (services, mail) => {
  const { attendanceId, by, before } = mail.payload;
  const { locale } = mail;
  const invitation = await findInvitation(services.db, attendanceId);
  if (invitation?.status !== 'scheduled') return null;
  const { meetingId, personId, groupName, readerZone } = invitation;
  const meeting = await findMeetingForMail(services.db, { meetingId, personId });
  if (!meeting) return null;
  const onlineChanged = before.onlineUrl !== meeting.onlineUrl;
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
  // who will not come is asked again for another day, and for nothing less
  if (invitation.answer === 'declined' && before.edtf === meeting.edtf && before.timeZone === meeting.timeZone) return null;
  // changed back before this mail left: nothing to tell
  if (!rendered) return null;
  const to = { address: mail.toAddress, name: mail.toName };
  const part = { to, groupName, locale };
  const request = calendarPart(services, { ...part, method: 'REQUEST', meeting });
  // from a day to « en septembre »: the entry in their calendar would stay on the old day
  const withdrawn = request.calendar ? request : calendarPart(services, { ...part, method: 'CANCEL', meeting: { ...meeting, ...before } });
  return { ...rendered, ...(await frameOf(services, { by, attendanceId })), ...withdrawn };
};
