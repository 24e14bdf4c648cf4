import { isOver } from '#app/model/attendance.ts';
import { findInvitation } from '#db/attendance/invitations.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { invitationMail } from '#emails/invitation.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { mintAnswerLinks } from './answer-links.ts';
import { calendarPart, frameOf, meetingInMail } from './meeting-in-mail.ts';

/** The invitation as things stand when it leaves; not wanted any more once it was taken back or the meeting is off or over. */
export const renderInvitation: MailTemplate<'invitation'> = async (services, mail) => {
  const { attendanceId, by } = mail.payload;
  const { locale } = mail;
  const invitation = await findInvitation(services.db, attendanceId);
  if (invitation?.status !== 'scheduled' || isOver(invitation, services.clock.now())) return null;
  const { meetingId, personId, groupName, readerZone } = invitation;
  const meeting = await findMeetingForMail(services.db, { meetingId, personId });
  if (!meeting) return null;
  const frame = await frameOf(services, { by, attendanceId });
  const rendered = invitationMail({
    locale,
    appUrl: services.env.appUrl,
    givenName: invitation.givenName,
    organiserName: frame.organiser?.name ?? null,
    roles: invitation.roles,
    meeting: meetingInMail(services, meeting, { readerZone, groupName, locale }),
    answers: await mintAnswerLinks(services, { attendanceId, personId, edtf: meeting.edtf, timeZone: meeting.timeZone, locale }),
  });
  const to = { address: mail.toAddress, name: mail.toName };
  return { ...rendered, ...frame, ...calendarPart(services, { method: 'REQUEST', meeting, to, groupName, locale }) };
};
