import { fullNameOf } from '#app/model/attendance.ts';
import { daysLate, dueOn, levelOwed, type ReportLevel } from '#app/model/rapporteurs.ts';
import { morningFor } from '#app/model/reminders.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { lastDay, whenOf } from '#app/model/when.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type AwaitedReport, listAwaited, takeReminded } from '#db/rapporteurs/reminders.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { holdEdition } from '#server/programme/hold-edition.ts';
import type { Services } from '#server/services.ts';

/** Nobody is written to by hand within this time after another reminder. */
export const PEACE = { hours: 12 };
/** A report that nobody handed in within so long after its session is no longer asked for by itself. */
const GIVEN_UP = { hours: 24 * 120 };
const MOST = 2000;

export interface DueReport extends AwaitedReport {
  due: string;
  /** Today, in the edition's zone. */
  today: string;
}

/** Reports that have a deadline and are awaited. */
export async function listDueReports({ db, clock }: Pick<Services, 'db' | 'clock'>, of: { editionId?: string } = {}): Promise<DueReport[]> {
  const now = clock.now();
  const awaited = await listAwaited(db, { since: now.subtract(GIVEN_UP).toString(), limit: MOST, ...of });
  return awaited.flatMap((report) => {
    const due = dueOn({ own: report.ownDue, lastDay: lastDay(whenOf(report.edtf)), dueDays: report.dueDays });
    return due ? [{ ...report, due, today: now.toZonedDateTimeISO(report.timeZone).toPlainDate().toString() }] : [];
  });
}

/** What the morning tells rapporteurs by itself: the day before their deadline, the day after and a week after; each level once. */
export async function remindRapporteurs(services: Services): Promise<void> {
  for (const report of await listDueReports(services)) {
    const level = levelOwed(report.due, report.today);
    if (level) await inTransaction(services.db, (trx) => queueReminders(trx, services, report, level, null));
  }
}

export type LateReminded =
  /** Mails that leave now. */
  | { ok: true; written: number }
  /** Somebody handed in, or was reminded, since the number was shown. */
  | { ok: false; reason: 'count_changed'; count: number };

/** « Relancer les retardataires »: whoever's deadline has passed and was not written to today; `expected` is the number that the organiser confirmed. */
export async function remindLate(
  services: Services,
  { viewer, edition, expected }: { viewer: Viewer; edition: OrganisedEdition; expected: number },
): Promise<LateReminded> {
  const { editionId } = edition;
  try {
    return await inTransaction<LateReminded>(services.db, async (trx) => {
      await holdEdition(trx, editionId);
      const late = (await listDueReports({ ...services, db: services.db }, { editionId })).filter(
        ({ due, today }) => daysLate(due, today) > 0,
      );
      let written = 0;
      for (const report of late) written += await queueReminders(trx, services, report, 'asked', viewer.personId);
      if (written !== expected) throw new OtherCount(written);
      await recordAudit(trx, {
        ...{ personId: viewer.personId, action: 'rapporteurs.remind', subjectType: 'edition', subjectId: editionId, detail: { written } },
      });
      return { ok: true, written };
    });
  } catch (error) {
    // thrown so that what was queued is rolled back
    if (error instanceof OtherCount) return { ok: false, reason: 'count_changed', count: error.count };
    throw error;
  }
}

class OtherCount extends Error {
  readonly count: number;

  constructor(count: number) {
    super(`${count} people would be reminded.`);
    this.count = count;
  }
}

async function queueReminders(
  trx: Trx,
  services: Services,
  { meetingId, due }: DueReport,
  level: ReportLevel,
  by: string | null,
): Promise<number> {
  const now = services.clock.now();
  const reminded = await takeReminded(trx, { meetingId, dueOn: due, level, now: now.toString(), peace: now.subtract(PEACE).toString() });
  for (const person of reminded) {
    const { attendanceId, personId, email, language, timeZone } = person;
    const which = level === 'asked' ? `asked:${now}` : `${due}:${level}`;
    await queueMail(trx, services, {
      ...{ template: 'rapporteur-reminder', payload: { attendanceId, dueOn: due, level, by }, personId, language },
      to: { address: email, name: fullNameOf(person) },
      dedupeKey: `rapporteur-reminder:${attendanceId}:${which}`,
      // what an organiser asks for leaves at once, what comes by itself not in the reader's night
      notBefore: level === 'asked' ? null : (morningFor(now, timeZone)?.toString() ?? null),
    });
  }
  return reminded.length;
}
