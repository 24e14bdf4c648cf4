import { sql } from 'kysely';
import type { Visibility } from '#app/model/groups.ts';
import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

export interface SeriesForAccess {
  id: string;
  groupSlug: string;
  visibility: Visibility;
  /** Whether anybody but organisers was told of one of its meetings. */
  announced: boolean;
}

export async function findSeriesForAccess(db: Executor, id: string): Promise<SeriesForAccess | undefined> {
  return db
    .selectFrom('series')
    .innerJoin('groups', 'groups.id', 'series.groupId')
    .select(['series.id', 'groups.slug as groupSlug', 'series.visibility'])
    .select(sql<boolean>`exists (select from meetings m where m.series_id = series.id and m.status <> 'draft')`.as('announced'))
    .where('series.id', '=', id)
    .executeTakeFirst();
}
