import { sql } from 'kysely';
import { type Recurrence, rruleOf } from '#app/model/recurrence.ts';
import type { SeriesPlan, StandingPoint } from '#app/model/series.ts';
import type { Trx } from '#db/client.ts';

/** The columns that a plan fills. `leftOut`: ISO days of the rule without a meeting. */
function columnsOf({ recurrence, template, agenda }: SeriesPlan, leftOut: readonly string[]) {
  return { ...template, ...ruleColumns(recurrence), leftOut: [...leftOut], agenda: JSON.stringify(agenda) };
}

function ruleColumns(recurrence: Recurrence) {
  const { firstDay, start: startTime, minutes: durationMinutes, timeZone } = recurrence;
  return { rrule: rruleOf(recurrence), firstDay, startTime, durationMinutes, timeZone };
}

/** Inserts a series; false: its form was sent before. */
export async function insertSeries(
  trx: Trx,
  {
    id,
    groupId,
    createdBy,
    now,
    plan,
    leftOut,
  }: { id: string; groupId: string; createdBy: string; now: string; plan: SeriesPlan; leftOut: readonly string[] },
): Promise<boolean> {
  const row = await trx
    .insertInto('series')
    .values({ id, groupId, createdBy, createdAt: now, changedAt: now, ...columnsOf(plan, leftOut) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The group of a series; undefined: there is none with this id. */
export async function findGroupOfSeries(trx: Trx, id: string): Promise<string | undefined> {
  return (await trx.selectFrom('series').select('groupId').where('id', '=', id).executeTakeFirst())?.groupId;
}

/** Makes the changes of a series wait for one another until the end of the transaction; its revision. */
export async function lockSeries(trx: Trx, id: string): Promise<number> {
  return (await trx.selectFrom('series').select('revision').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()).revision;
}

export async function updateSeries(
  trx: Trx,
  { id, plan, leftOut, now }: { id: string; plan: SeriesPlan; leftOut: readonly string[]; now: string },
): Promise<void> {
  await trx
    .updateTable('series')
    .set((eb) => ({ ...columnsOf(plan, leftOut), changedAt: now, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Ends the rule of a series. */
export async function updateRule(trx: Trx, { id, recurrence, now }: { id: string; recurrence: Recurrence; now: string }): Promise<void> {
  await trx
    .updateTable('series')
    .set((eb) => ({ ...ruleColumns(recurrence), changedAt: now, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Says which day of the rule a meeting stands for, and what date the series gave it. */
export async function putInSeries(
  trx: Trx,
  { meetingId, seriesId, on, edtf }: { meetingId: string; seriesId: string; on: string; edtf: string },
): Promise<void> {
  await trx.updateTable('meetings').set({ seriesId, seriesOn: on, seriesEdtf: edtf }).where('id', '=', meetingId).execute();
}

const PARKED = sql`interval '1000 years'`;

/** Frees the days of these meetings, so that each can take that of another; unparkDays gives back what nobody took. */
export async function parkDays(trx: Trx, meetingIds: readonly string[]): Promise<void> {
  if (meetingIds.length === 0) return;
  await trx
    .updateTable('meetings')
    .set({ seriesOn: sql<string>`(series_on + ${PARKED})::date` })
    .where('id', 'in', [...meetingIds])
    .execute();
}

export async function unparkDays(trx: Trx, seriesId: string): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ seriesOn: sql<string>`(series_on - ${PARKED})::date` })
    .where('seriesId', '=', seriesId)
    .where('seriesOn', '>', '2500-01-01')
    .execute();
}

/** Gives a meeting, whose agenda is empty, its standing points. */
export async function insertStandingPoints(trx: Trx, meetingId: string, agenda: readonly StandingPoint[]): Promise<void> {
  if (agenda.length === 0) return;
  const rows = agenda.map((point, index) => ({ ...point, meetingId, position: index + 1 }));
  await trx.insertInto('agendaItems').values(rows).execute();
}

/** Takes the points of a meeting away that its series put there and nobody touched since (`before`, in order); false: somebody did. */
export async function removeStandingPoints(trx: Trx, meetingId: string, before: readonly StandingPoint[]): Promise<boolean> {
  const points = await trx
    .selectFrom('agendaItems')
    .select(['id', 'title', 'kind', 'durationMinutes', 'summary', 'carriedFrom'])
    .select(
      sql<boolean>`exists (select from agenda_presenters p where p.agenda_item_id = agenda_items.id)
        or exists (select from agenda_item_runs r where r.agenda_item_id = agenda_items.id)
        or exists (select from note_updates n where n.meeting_id = agenda_items.meeting_id)
        or exists (select from note_snapshots n where n.meeting_id = agenda_items.meeting_id)`.as('used'),
    )
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
  const untouched =
    points.length === before.length &&
    points.every((point, index) => {
      const was = before[index];
      const plain = point.summary === '' && point.carriedFrom === null && !point.used;
      return plain && point.title === was?.title && point.kind === was.kind && point.durationMinutes === was.durationMinutes;
    });
  if (untouched && points.length > 0) await trx.deleteFrom('agendaItems').where('meetingId', '=', meetingId).execute();
  return untouched;
}
