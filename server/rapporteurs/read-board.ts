import { daysLate, dueOn, isWithOrganisers, type ReportStep, reportStep } from '#app/model/rapporteurs.ts';
import { lastDay, whenOf } from '#app/model/when.ts';
import { type BoardRow, findPlan, listBoard, listRapporteurs, type RapporteurRow, type ReportPlan } from '#db/rapporteurs/read.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { countNotes } from './count-notes.ts';

/** Most sessions of one edition (EDITION_LIMITS), and most rapporteurs of all of them. */
const MOST = 400;
const MOST_RAPPORTEURS = 2000;

export interface BoardSession extends BoardRow {
  rapporteurs: RapporteurRow[];
  words: number;
  step: ReportStep;
  /** Last day of writing; null: none. */
  due: string | null;
  /** Days that it is late; 0: it is not, or nobody waits for it any more. */
  late: number;
  /** What the checker found is older than what was written since. */
  checkIsOld: boolean;
}

export interface Board {
  sessions: BoardSession[];
  plan: ReportPlan;
  /** Of the edition's zone. */
  today: string;
}

/** Where the report of every session of an edition stands: three queries, and two more for notes that were written since the last look. */
export async function readBoard(services: Services, scope: OrganisedEdition, zone: string): Promise<Board> {
  const { db, clock } = services;
  const [rows, people, plan] = await Promise.all([
    listBoard(db, scope, { limit: MOST }),
    listRapporteurs(db, scope, { limit: MOST_RAPPORTEURS }),
    findPlan(db, scope),
  ]);
  const words = await countNotes(services, rows);
  const bySession = Map.groupBy(people, ({ meetingId }) => meetingId);
  const today = clock.now().toZonedDateTimeISO(zone).toPlainDate().toString();
  const sessions = rows.map((row): BoardSession => {
    const rapporteurs = bySession.get(row.id) ?? [];
    const step = reportStep({ ...row, rapporteurs: rapporteurs.length, words: words.get(row.id) ?? 0 });
    const due = row.status === 'cancelled' ? null : dueOn({ own: row.ownDue, lastDay: lastDay(whenOf(row.edtf)), dueDays: plan.dueDays });
    return {
      ...row,
      ...{ rapporteurs, step, due, words: words.get(row.id) ?? 0 },
      late: due !== null && !isWithOrganisers(step) ? Math.max(0, daysLate(due, today)) : 0,
      checkIsOld: row.checkedAt !== null && row.writtenAt !== null && row.checkedAt < row.writtenAt,
    };
  });
  return { sessions, plan, today };
}
