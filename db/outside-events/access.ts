import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

/** The slug of the group whose event of others this is. */
export async function findGroupOfOutsideEvent(db: Executor, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('outsideEvents')
    .innerJoin('groups', 'groups.id', 'outsideEvents.groupId')
    .select('groups.slug')
    .where('outsideEvents.id', '=', id)
    .executeTakeFirst();
  return row?.slug;
}

/** The slug of the group that follows this calendar. */
export async function findGroupOfOutsideCalendar(db: Executor, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('outsideCalendars')
    .innerJoin('groups', 'groups.id', 'outsideCalendars.groupId')
    .select('groups.slug')
    .where('outsideCalendars.id', '=', id)
    .executeTakeFirst();
  return row?.slug;
}
