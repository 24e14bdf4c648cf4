import { cleanLine } from '#app/model/text.ts';
import { findMailFrame } from '#db/attendance/invitations.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { cancellationMail } from '#emails/cancellation.tsx';
import { removalMail } from '#emails/removal.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { calendarPart, frameOf, meetingInMail } from './meeting-in-mail.ts';

/** Tells that a meeting is off, or that one person is no longer invited; their calendar drops it. */
export const renderCancellation: MailTemplate<'cancellation'> = async (services, mail) => {
  const { meetingId, attendanceId, why, sequence, by, known } = mail.payload;
  const { personId, locale } = mail;
  if (!personId) return null;
  const [frame, meeting] = [
    await findMailFrame(services.db, { meetingId, personId }),
    await findMeetingForMail(services.db, { meetingId, personId }),
  ];
  // an answer means that the person is on the list again: invited anew before this mail left
  if (!frame || !meeting || (why === 'removed' && meeting.answer !== null)) return null;
  const { groupName, readerZone, givenName } = frame;
  const head = { locale, appUrl: services.env.appUrl, givenName };
  const sender = await frameOf(services, { by, attendanceId });
  const part = { method: 'CANCEL' as const, to: { address: mail.toAddress, name: mail.toName }, groupName, locale };
  if (why === 'cancelled') {
    const rendered = cancellationMail({ ...head, meeting: meetingInMail(services, meeting, { readerZone, groupName, locale }) });
    return { ...rendered, ...sender, ...calendarPart(services, { ...part, meeting: { ...meeting, sequence } }) };
  }
  // what became of the meeting since is not for somebody who is off its list; of a mail that says nothing of it, nothing is told
  if (!known) return { ...removalMail({ ...head, groupName, meeting: null }), ...sender };
  const { removedAt, ...then } = known;
  const rendered = removalMail({ ...head, groupName, meeting: { ...then, title: cleanLine(then.title), readerZone } });
  const nothingElse = { summary: '', placeAccess: '', online: false, onlineUrl: '', cancelReason: '', themes: [], hasMinutes: false };
  const entry = { id: meetingId, ...then, ...nothingElse, status: 'cancelled' as const, sequence, answer: null };
  const calendar = calendarPart(services, { ...part, meeting: { ...entry, createdAt: meeting.createdAt, changedAt: removedAt } });
  return { ...rendered, ...sender, ...calendar };
};
