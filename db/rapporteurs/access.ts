import type { Executor } from '#db/client.ts';

// What the gates ask before there is a scope. Only server/rapporteurs/access.ts imports this file.

export async function isSessionOf(db: Executor, { editionId, meetingId }: { editionId: string; meetingId: string }): Promise<boolean> {
  const row = await db
    .selectFrom('meetings')
    .select('id')
    .where('id', '=', meetingId)
    .where('editionId', '=', editionId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface OpenNotesForAccess {
  id: string;
  groupId: string;
  slug: string;
  /** Everybody may read them now. */
  open: boolean;
}

/** Whether the notes of a meeting are open to everybody: it is public and takes place, and its minutes are still written. */
export async function findOpenNotes(db: Executor, by: { slug: string } | { id: string }): Promise<OpenNotesForAccess | undefined> {
  const query = db
    .selectFrom('meetings')
    .leftJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .select(['meetings.id', 'meetings.groupId', 'meetings.slug'])
    .select((eb) =>
      eb
        .and([
          eb('meetings.notesOpenAt', 'is not', null),
          eb('meetings.status', '=', 'scheduled'),
          eb('meetings.visibility', '=', 'public'),
          eb(eb.fn.coalesce('minutes.state', eb.val('draft')), '=', 'draft'),
        ])
        .$castTo<boolean>()
        .as('open'),
    );
  return ('slug' in by ? query.where('meetings.slug', '=', by.slug) : query.where('meetings.id', '=', by.id)).executeTakeFirst();
}
