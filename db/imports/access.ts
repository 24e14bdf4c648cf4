import type { Executor } from '#db/client.ts';

// What the gate asks before there is a scope. Only server/imports/access.ts imports this file.

export async function findImportForAccess(db: Executor, id: string): Promise<{ groupSlug: string } | undefined> {
  return db
    .selectFrom('imports')
    .innerJoin('groups', 'groups.id', 'imports.groupId')
    .select('groups.slug as groupSlug')
    .where('imports.id', '=', id)
    .executeTakeFirst();
}
