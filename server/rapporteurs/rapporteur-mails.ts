import type { Locale } from '#app/locale.ts';
import { daysLate, dueOn } from '#app/model/rapporteurs.ts';
import { cleanLine } from '#app/model/text.ts';
import { lastDay, whenOf } from '#app/model/when.ts';
import { findMailedRapporteur } from '#db/rapporteurs/read-report.ts';
import { findEditionForNews, listHandedIn } from '#db/rapporteurs/reminders.ts';
import { listPoints } from '#db/reminders/read.ts';
import { type ReportInMail, rapporteurAssignedMail, rapporteurReminderMail } from '#emails/rapporteur.tsx';
import { reportsNewsMail } from '#emails/reports-news.tsx';
import { senderOf } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { listDueReports } from './remind-rapporteurs.ts';

const MOST_HEADINGS = 20;
const MOST_LINES = 100;

/** What is expected and by when; not wanted by whoever is rapporteur no more, nor of a session that is off. */
export const renderRapporteurAssigned: MailTemplate<'rapporteur-assigned'> = async (services, { payload, locale }) => {
  const read = await readRapporteur(services, payload.attendanceId);
  if (read?.minutes !== 'draft') return null;
  const organiser = await senderOf(services, payload.by);
  const mail = rapporteurAssignedMail({ ...frameOf(services, read, locale), organiserName: organiser?.name ?? null });
  return { ...mail, ...(organiser && { organiser }) };
};

/** A reminder; not wanted any more once it was handed in, or the deadline was put off since it was queued. */
export const renderRapporteurReminder: MailTemplate<'rapporteur-reminder'> = async (services, { payload, locale }) => {
  const read = await readRapporteur(services, payload.attendanceId);
  if (read?.minutes !== 'draft' || read.handedInAt !== null || read.session.dueOn !== payload.dueOn) return null;
  const organiser = payload.by ? await senderOf(services, payload.by) : undefined;
  return { ...rapporteurReminderMail({ ...frameOf(services, read, locale), level: payload.level }), ...(organiser && { organiser }) };
};

/** What came in, and what is late, to an organiser; nothing is left to tell when all of it was settled meanwhile. */
export const renderReportsNews: MailTemplate<'reports-news'> = async (services, { payload, personId, locale }) => {
  const { editionId, from, to } = payload;
  const edition = personId && (await findEditionForNews(services.db, { editionId, personId }));
  if (!edition) return null;
  const [handedIn, due] = await Promise.all([
    listHandedIn(services.db, { from, to, editionId, limit: MOST_LINES }),
    listDueReports(services, { editionId }),
  ]);
  const late = due.filter((report) => daysLate(report.due, report.today) > 0).map(({ title }) => title);
  if (handedIn.length + late.length === 0) return null;
  return reportsNewsMail({
    ...{ locale, appUrl: services.env.appUrl, givenName: edition.givenName, groupName: edition.groupName, edition, late },
    handedIn: handedIn.map(({ title, handedInByName, findingsLeft }) => ({ title, byName: handedInByName, findings: findingsLeft })),
  });
};

type Read = NonNullable<Awaited<ReturnType<typeof readRapporteur>>>;

async function readRapporteur({ db }: Services, attendanceId: string) {
  const row = await findMailedRapporteur(db, attendanceId);
  if (!row || row.status === 'cancelled') return null;
  const points = await listPoints(db, row.meetingId, MOST_HEADINGS);
  const { slug, edtf, timeZone, readerZone, placeName } = row;
  const session: ReportInMail = {
    ...{ slug, edtf, timeZone, readerZone, placeName, unannounced: row.status === 'draft' },
    ...{ title: cleanLine(row.title), groupName: cleanLine(row.groupName), editionName: cleanLine(row.editionName ?? '') },
    dueOn: dueOn({ own: row.ownDue, lastDay: lastDay(whenOf(edtf)), dueDays: row.dueDays }),
    headings: points.map(({ title }) => title),
  };
  return { ...row, session };
}

function frameOf(services: Services, { givenName, session }: Read, locale: Locale) {
  return { locale, appUrl: services.env.appUrl, givenName, session };
}
