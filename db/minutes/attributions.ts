import { sql } from 'kysely';
import type { AttributionChoices } from '#app/model/attributions.ts';
import type { AttributionLevel } from '#app/model/minutes-content.ts';
import type { Trx } from '#db/client.ts';

/** What was chosen so far; read by who holds the minutes (`holdMinutes`). */
export async function readChoices(trx: Trx, minutesId: string): Promise<AttributionChoices> {
  const minutes = await trx
    .selectFrom('minutes')
    .select(['attribution', 'highlights'])
    .where('id', '=', minutesId)
    .executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom('minutesAttributions')
    .select(['blockId', 'level'])
    .where('minutesId', '=', minutesId)
    .limit(50_000)
    .execute();
  const levels = Object.fromEntries(rows.map(({ blockId, level }) => [blockId, level]));
  return { byDefault: minutes.attribution, levels, highlights: minutes.highlights };
}

interface Kept {
  minutesId: string;
  /** Instant. */
  at: string;
  by: string;
}

export async function setDefault(trx: Trx, { minutesId, at }: Kept, attribution: AttributionLevel): Promise<void> {
  await trx.updateTable('minutes').set({ attribution, updatedAt: at }).where('id', '=', minutesId).execute();
}

/** `levels`: null takes a choice away. */
export async function setLevels(
  trx: Trx,
  { minutesId, at, by }: Kept,
  levels: ReadonlyMap<string, AttributionLevel | null>,
): Promise<void> {
  const gone = [...levels].filter(([, level]) => level === null).map(([blockId]) => blockId);
  if (gone.length > 0)
    await trx
      .deleteFrom('minutesAttributions')
      .where('minutesId', '=', minutesId)
      .where('blockId', '=', sql<string>`any(${gone})`)
      .execute();
  const chosen = [...levels].flatMap(([blockId, level]) => (level === null ? [] : { minutesId, blockId, level, setBy: by, setAt: at }));
  // five parameters a row, and PostgreSQL takes 65,535
  for (let from = 0; from < chosen.length; from += 5000)
    await trx
      .insertInto('minutesAttributions')
      .values(chosen.slice(from, from + 5000))
      .onConflict((conflict) =>
        conflict.columns(['minutesId', 'blockId']).doUpdateSet(({ ref }) => ({
          level: ref('excluded.level'),
          setBy: ref('excluded.setBy'),
          setAt: ref('excluded.setAt'),
        })),
      )
      .execute();
}
