import type { Visibility } from '#app/model/groups.ts';
import type { Executor } from '#db/client.ts';

// What the gate asks before there is a scope. Only server/programme/access.ts imports this file.

export async function findEditionForAccess(
  db: Executor,
  slug: string,
): Promise<{ id: string; groupId: string; visibility: Visibility } | undefined> {
  return db
    .selectFrom('editions')
    .innerJoin('groups', 'groups.id', 'editions.groupId')
    .select(['editions.id', 'editions.groupId', 'groups.visibility'])
    .where('editions.slug', '=', slug)
    .executeTakeFirst();
}
