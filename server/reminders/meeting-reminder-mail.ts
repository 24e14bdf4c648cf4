import { dayFor } from '#app/model/reminders.ts';
import { cleanLine } from '#app/model/text.ts';
import { whenOf } from '#app/model/when.ts';
import { findMeetingForMail } from '#db/calendar/read.ts';
import { findReminded, listPoints, MAY_COME } from '#db/reminders/read.ts';
import { meetingReminderMail } from '#emails/meeting-reminder.tsx';
import { mintAnswerLinks } from '#server/attendance/answer-links.ts';
import { meetingInMail } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';

/** A longer agenda is read on the page. */
const MOST_POINTS = 30;

/**
 * The reminder as things stand when it leaves. Not wanted any more by whoever declined, or was taken off the list, since it
 * was queued; nor of a meeting that is off, moved (the new date has its own) or has begun.
 */
export const renderMeetingReminder: MailTemplate<'meeting-reminder'> = async (services, { payload, locale }) => {
  const { attendanceId, startsAt } = payload;
  const reminded = await findReminded(services.db, attendanceId);
  const answer = MAY_COME.find((may) => may === reminded?.answer);
  const now = services.clock.now();
  if (reminded?.status !== 'scheduled' || !answer || reminded.startsAt !== startsAt) return null;
  const start = Temporal.Instant.from(startsAt);
  if (Temporal.Instant.compare(start, now) <= 0) return null;
  const { meetingId, personId, readerZone, groupName, givenName } = reminded;
  const [meeting, points] = await Promise.all([
    findMeetingForMail(services.db, { meetingId, personId }),
    listPoints(services.db, meetingId, MOST_POINTS + 1),
  ]);
  const day = meeting && dayFor(whenOf(meeting.edtf), start, readerZone);
  if (!meeting || !day) return null;
  const { edtf, timeZone } = meeting;
  return meetingReminderMail({
    ...{ locale, appUrl: services.env.appUrl, givenName, answer },
    daysLeft: now.toZonedDateTimeISO(readerZone).toPlainDate().until(day).days,
    meeting: meetingInMail(services, meeting, { readerZone, groupName: cleanLine(groupName), locale }),
    points: points.slice(0, MOST_POINTS),
    more: points.length > MOST_POINTS,
    answers: await mintAnswerLinks(services, { attendanceId, personId, edtf, timeZone, locale }),
  });
};
