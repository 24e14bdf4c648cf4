import { answerWindow } from '#app/model/attendance.ts';
import { findInvitation } from '#db/attendance/invitations.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { unprovenReplyMail } from '#emails/unproven-reply.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { mintAnswerLinks } from './answer-links.ts';
import { meetingInMail } from './meeting-in-mail.ts';

/** Asks somebody whether an answer is theirs that seems to come from their calendar; not wanted once it is too late for one. */
export const renderUnprovenReply: MailTemplate<'unproven-reply'> = async (services, mail) => {
  const { attendanceId, partstat } = mail.payload;
  const { locale } = mail;
  const invitation = await findInvitation(services.db, attendanceId);
  if (!invitation || answerWindow(invitation, services.clock.now()) !== 'open') return null;
  const { meetingId, personId, groupName, readerZone } = invitation;
  const meeting = await findMeetingForMail(services.db, { meetingId, personId });
  if (!meeting) return null;
  return unprovenReplyMail({
    locale,
    appUrl: services.env.appUrl,
    givenName: invitation.givenName,
    partstat,
    meeting: meetingInMail(services, meeting, { readerZone, groupName, locale }),
    answers: await mintAnswerLinks(services, { attendanceId, personId, edtf: meeting.edtf, timeZone: meeting.timeZone, locale }),
  });
};
