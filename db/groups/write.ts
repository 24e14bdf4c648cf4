import type { GroupKind, MembershipRole, Visibility } from '#app/model/groups.ts';
import type { Trx } from '#db/client.ts';

export interface GroupDetails {
  name: string;
  kind: GroupKind;
  /** ISO 3166-1 alpha-2, for a country group. */
  country: string | null;
  description: string;
  visibility: Visibility;
  /** IANA name: the zone that the group's meetings begin with. */
  timeZone: string;
}

/** Inserts a group unless its id or its slug is there already; false: it was. */
export async function insertGroup(trx: Trx, group: GroupDetails & { id: string; slug: string }): Promise<boolean> {
  const row = await trx
    .insertInto('groups')
    .values(group)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes a group's details if nobody else did since `revision`; false: somebody did. */
export async function updateGroup(trx: Trx, groupId: string, revision: number, details: GroupDetails): Promise<boolean> {
  const row = await trx
    .updateTable('groups')
    .set((eb) => ({ ...details, revision: eb('revision', '+', 1), updatedAt: eb.fn<string>('now') }))
    .where('id', '=', groupId)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes the changes of a group's members wait for one another until the end of the transaction. */
export async function lockMembersOf(trx: Trx, groupId: string): Promise<void> {
  await trx.selectFrom('groups').select('id').where('id', '=', groupId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

/** Adds people to a group; those who are in it keep their role. Answers the ids that were added. */
export async function insertMemberships(trx: Trx, groupId: string, role: MembershipRole, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await trx
    .insertInto('memberships')
    .values(personIds.map((personId) => ({ groupId, personId, role })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .execute();
  return rows.map((row) => row.personId);
}

export async function updateRole(trx: Trx, groupId: string, personId: string, role: MembershipRole): Promise<void> {
  await trx.updateTable('memberships').set({ role }).where('groupId', '=', groupId).where('personId', '=', personId).execute();
}

export async function deleteMembership(trx: Trx, groupId: string, personId: string): Promise<void> {
  await trx.deleteFrom('memberships').where('groupId', '=', groupId).where('personId', '=', personId).execute();
}
