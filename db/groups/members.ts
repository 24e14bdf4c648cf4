import type { MembershipRole } from '#app/model/groups.ts';
import type { Executor } from '#db/client.ts';

// What use cases ask about a group's members while they hold its lock (lockMembersOf).

export interface Place {
  role: MembershipRole;
  /** Whether the person has an e-mail address, without which nobody signs in. */
  reachable: boolean;
}

export async function findPlace(db: Executor, groupId: string, personId: string): Promise<Place | null> {
  const row = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['memberships.role', 'people.email'])
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row ? { role: row.role, reachable: row.email !== null } : null;
}

/** Whether somebody besides this person organises the group. */
export async function hasOtherOrganiser(db: Executor, groupId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('memberships')
    .select('personId')
    .where('groupId', '=', groupId)
    .where('role', '=', 'organiser')
    .where('personId', '!=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these people belong to the group. */
export async function findMembersAmong(db: Executor, groupId: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('memberships')
    .select('personId')
    .where('groupId', '=', groupId)
    .where('personId', 'in', [...personIds])
    .execute();
  return new Set(rows.map((row) => row.personId));
}

export async function findSlug(db: Executor, groupId: string): Promise<string | null> {
  const row = await db.selectFrom('groups').select('slug').where('id', '=', groupId).executeTakeFirst();
  return row?.slug ?? null;
}

/** Whether the person organises some group, or the network. */
export async function organisesAny(db: Executor, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .leftJoin('memberships', (join) => join.onRef('memberships.personId', '=', 'people.id').on('memberships.role', '=', 'organiser'))
    .select('people.id')
    .where('people.id', '=', personId)
    .where((eb) => eb.or([eb('people.networkOrganiser', '=', true), eb('memberships.role', 'is not', null)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
