import type { MembershipRole, Visibility } from '#app/model/groups.ts';
import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

export async function findGroupForAccess(db: Executor, slug: string): Promise<{ id: string; visibility: Visibility } | undefined> {
  return db.selectFrom('groups').select(['id', 'visibility']).where('slug', '=', slug).executeTakeFirst();
}

export async function findRole(db: Executor, groupId: string, personId: string): Promise<MembershipRole | null> {
  const row = await db
    .selectFrom('memberships')
    .select('role')
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.role ?? null;
}

export async function listGroupIdsOf(db: Executor, personId: string): Promise<string[]> {
  const rows = await db.selectFrom('memberships').select('groupId').where('personId', '=', personId).execute();
  return rows.map((row) => row.groupId);
}

export async function organisesSomewhere(db: Executor, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('memberships')
    .select('groupId')
    .where('personId', '=', personId)
    .where('role', '=', 'organiser')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function listOrganisedGroupIds(db: Executor, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .select('groupId')
    .where('personId', '=', personId)
    .where('role', '=', 'organiser')
    .execute();
  return rows.map((row) => row.groupId);
}
