import { sql } from 'kysely';
import type { RoomScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';

export interface Door {
  meetingId: string;
  code: string;
  closedAt: string | null;
  byBadge: boolean;
  showsCounts: boolean;
}

const DOOR = ['meetingId', 'code', 'closedAt', 'byBadge', 'showsCounts'] as const;

/** Asked by server/live-polls/access.ts, before there is a scope. */
export async function findDoorByCode(db: Executor, code: string): Promise<Door | undefined> {
  return db
    .selectFrom('roomDoors')
    .innerJoin('meetings', 'meetings.id', 'roomDoors.meetingId')
    .select(['roomDoors.meetingId', 'code', 'closedAt', 'byBadge', 'showsCounts'])
    .where('code', '=', code)
    .where('meetings.status', '!=', 'draft')
    .executeTakeFirst();
}

/** The door of a meeting, for those who run it. */
export async function findDoor(db: Executor, meetingId: string): Promise<Door | undefined> {
  return db
    .selectFrom('roomDoors')
    .select([...DOOR])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
}

/** Opens the door, or opens it again; the code that there is stays, so that what hangs on the wall stays right. */
export async function openDoor(
  trx: Trx,
  { meetingId, code, now, ...choices }: { meetingId: string; code: string; now: string; byBadge: boolean; showsCounts: boolean },
): Promise<Door> {
  return trx
    .insertInto('roomDoors')
    .values({ meetingId, code, openedAt: now, ...choices })
    .onConflict((conflict) => conflict.column('meetingId').doUpdateSet({ closedAt: null, ...choices }))
    .returning([...DOOR])
    .executeTakeFirstOrThrow();
}

export async function closeDoor(trx: Trx, meetingId: string, now: string): Promise<void> {
  await trx.updateTable('roomDoors').set({ closedAt: now }).where('meetingId', '=', meetingId).where('closedAt', 'is', null).execute();
}

/** Puts another code on the door: whoever has only the one before is outside. */
export async function changeCode(trx: Trx, meetingId: string, code: string): Promise<void> {
  await trx.updateTable('roomDoors').set({ code }).where('meetingId', '=', meetingId).execute();
}

/** What the room's page says of its meeting; how many fit in (null: nobody knows). */
export async function findRoom(db: Executor, { meetingId }: Pick<RoomScope, 'meetingId'>) {
  return db
    .selectFrom('meetings')
    .leftJoin('meetingRuns', 'meetingRuns.meetingId', 'meetings.id')
    .leftJoin('editions', 'editions.id', 'meetings.editionId')
    .leftJoin('rooms', 'rooms.id', 'meetings.roomId')
    .select(['meetings.title', 'meetings.status', 'meetingRuns.closedAt', 'meetings.editionId', 'editions.slug as editionSlug'])
    .select((eb) => eb.fn.coalesce('meetings.capacity', 'rooms.capacity').as('capacity'))
    .where('meetings.id', '=', meetingId)
    .executeTakeFirstOrThrow();
}

/** What one voter chose in a poll, by their device or badge, or as a person. */
export async function findChoice(
  db: Executor,
  { pollId, voter, personId }: { pollId: string; voter: Buffer | null; personId: string | null },
): Promise<string | null> {
  if (personId) {
    const own = db.selectFrom('livePollVotes').select('optionId').where('pollId', '=', pollId).where('personId', '=', personId);
    return (await own.executeTakeFirst())?.optionId ?? null;
  }
  if (!voter) return null;
  const row = db.selectFrom('roomVotes').select('optionId').where('pollId', '=', pollId).where('voter', '=', voter);
  return (await row.executeTakeFirst())?.optionId ?? null;
}

/** One vote a device or badge; the later one counts. */
export async function putRoomVote(
  trx: Trx,
  { pollId, optionId, voter, byBadge, at }: { pollId: string; optionId: string; voter: Buffer; byBadge: boolean; at: string },
): Promise<void> {
  await trx
    .insertInto('roomVotes')
    .values({ pollId, voter, optionId, byBadge, votedAt: at })
    .onConflict((conflict) => conflict.columns(['pollId', 'voter']).doUpdateSet({ optionId, votedAt: at }))
    .execute();
}

export async function hasOption(trx: Trx, pollId: string, optionId: string): Promise<boolean> {
  const row = trx.selectFrom('livePollOptions').select('id').where('pollId', '=', pollId).where('id', '=', optionId);
  return (await row.executeTakeFirst()) !== undefined;
}

/** Takes back what a device voted, when its holder votes under a name or a badge instead: it would count twice. */
export async function withdrawRoomVote(trx: Trx, pollId: string, voter: Buffer): Promise<void> {
  await trx.deleteFrom('roomVotes').where('pollId', '=', pollId).where('voter', '=', voter).execute();
}

/** How the votes of a poll came: with devices, with badges, under a name. */
export async function countByKind(db: Executor, pollId: string): Promise<{ devices: number; badges: number; people: number }> {
  const [room, people] = await Promise.all([
    db
      .selectFrom('roomVotes')
      .select([sql<number>`count(*) filter (where not by_badge)`.as('devices'), sql<number>`count(*) filter (where by_badge)`.as('badges')])
      .where('pollId', '=', pollId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('livePollVotes')
      .select((eb) => eb.fn.countAll<number>().as('people'))
      .where('pollId', '=', pollId)
      .executeTakeFirstOrThrow(),
  ]);
  return { ...room, ...people };
}

/** Whose badge a code is, whole or its printed beginning, in the edition; undefined: nobody's, or several begin so. */
export async function findBadge(
  db: Executor,
  { editionId, code, short }: { editionId: string; code: string; short: boolean },
): Promise<{ registrationId: string; personId: string | null } | undefined> {
  const badges = db
    .selectFrom('registrations')
    .select(['id as registrationId', 'personId'])
    .where('editionId', '=', editionId)
    .where('state', '=', 'registered');
  const found = await (short
    ? badges.where(sql<boolean>`left(badge_code, ${sql.val(code.length)}) = ${code}`)
    : badges.where('badgeCode', '=', code)
  )
    .limit(2)
    .execute();
  return found.length === 1 ? found[0] : undefined;
}

/** The badge that a device showed before, if it still holds. */
export async function findRegistered(
  db: Executor,
  { editionId, registrationId }: { editionId: string; registrationId: string },
): Promise<{ registrationId: string; personId: string | null } | undefined> {
  return db
    .selectFrom('registrations')
    .select(['id as registrationId', 'personId'])
    .where('id', '=', registrationId)
    .where('editionId', '=', editionId)
    .where('state', '=', 'registered')
    .executeTakeFirst();
}
