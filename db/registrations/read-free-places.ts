import { sql } from 'kysely';
import type { Executor } from '#db/client.ts';

/** Editions that are not over on `today` ('YYYY-MM-DD') and in which somebody waits, for the edition or for a session. */
export async function listEditionsWithQueues(db: Executor, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('editions')
    .select('editions.id')
    .where('editions.endsOn', '>=', today)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('registrations')
            .select('registrations.id')
            .whereRef('registrations.editionId', '=', 'editions.id')
            .where('registrations.state', '=', 'waiting'),
        ),
        sql<boolean>`exists (select 1 from session_registrations s join meetings m on m.id = s.meeting_id where m.edition_id = editions.id and s.state = 'waiting')`,
      ]),
    )
    .limit(100)
    .execute();
  return rows.map((row) => row.id);
}
