import { localePath } from '#app/locale.ts';
import { cleanLine } from '#app/model/text.ts';
import { findSeriesForMail } from '#db/series/mail.ts';
import { seriesChangeMail } from '#emails/series-change.tsx';
import { senderOf } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';

/** The dates of a series as they are now; null when they are again what they were, or concern this person no longer. */
export const renderSeriesChange: MailTemplate<'series-change'> = async (services, { payload, personId, locale }) => {
  const { seriesId, by, news } = payload;
  const meetingIds = news.map(({ meetingId }) => meetingId);
  const found = personId ? await findSeriesForMail(services.db, { seriesId, personId, meetingIds }) : null;
  if (!found) return null;
  const known = new Map(news.map((one) => [one.meetingId, one]));
  const meetings = found.meetings.flatMap(({ id, status, edtf, timeZone }) => {
    const { before, what } = known.get(id) ?? {};
    if (!before) return [];
    const moved = before.edtf !== edtf || before.timeZone !== timeZone;
    const now = status === 'cancelled' ? ('cancelled' as const) : moved ? ('moved' as const) : what === 'place' ? what : null;
    return now ? [{ edtf, timeZone, before, what: now }] : [];
  });
  if (meetings.length === 0) return null;
  const { appUrl } = services.env;
  const organiser = await senderOf(services, by);
  const rendered = seriesChangeMail({
    ...{ locale, appUrl, meetings, seriesUrl: `${appUrl}${localePath(`/series/${seriesId}`, locale)}` },
    ...{ givenName: found.givenName, groupName: found.groupName, readerZone: found.readerZone, title: cleanLine(found.title) },
  });
  return { ...rendered, ...(organiser && { organiser }) };
};
