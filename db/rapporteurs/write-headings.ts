import type { AgendaItemKind } from '#app/model/agenda.ts';
import type { Heading } from '#app/model/headings.ts';
import type { Trx } from '#db/client.ts';

/** Adds a heading at the end; false: one with this id is there already. Throws (headings_title) when another has its title. */
export async function insertHeading(
  trx: Trx,
  editionId: string,
  { position, ...heading }: Heading & { position: number },
): Promise<boolean> {
  const row = await trx
    .insertInto('headings')
    .values({ ...heading, editionId, position })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateHeading(trx: Trx, editionId: string, { id, ...columns }: Heading): Promise<boolean> {
  const row = await trx
    .updateTable('headings')
    .set(columns)
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The points that stood for it stay, as the sessions' own. */
export async function deleteHeading(trx: Trx, editionId: string, id: string): Promise<void> {
  await trx.deleteFrom('headings').where('id', '=', id).where('editionId', '=', editionId).execute();
}

/** Numbers the headings 1, 2, 3… in this order, which names each exactly once. */
export async function writeHeadingOrder(trx: Trx, editionId: string, ids: readonly string[]): Promise<void> {
  await trx
    .updateTable('headings')
    .set((eb) => ({ position: eb.fn<number>('array_position', [eb.val([...ids]), eb.cast('id', 'text')]) }))
    .where('editionId', '=', editionId)
    .execute();
}

export interface PointRow {
  id: string;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  headingId: string | null;
}

/** The points of a meeting in their order, with the headings they stand for. */
export async function listPointsWithHeadings(trx: Trx, meetingId: string): Promise<PointRow[]> {
  return trx
    .selectFrom('agendaItems')
    .select(['id', 'title', 'kind', 'durationMinutes', 'headingId'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
}

/** Says which heading a point stands for; with `rewrite` it also says what the heading says. */
export async function writeHeadingOfPoint(
  trx: Trx,
  { pointId, heading, rewrite }: { pointId: string; heading: Heading; rewrite: boolean },
): Promise<void> {
  const { title, kind, durationMinutes } = heading;
  await trx
    .updateTable('agendaItems')
    .set((eb) => ({ headingId: heading.id, ...(rewrite && { title, kind, durationMinutes }), revision: eb('revision', '+', 1) }))
    .where('id', '=', pointId)
    .execute();
}
