import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

export async function personExists(db: Executor, personId: string): Promise<boolean> {
  return (await db.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst()) !== undefined;
}

/** Whether `organiserId` organises a group that the person belongs to. */
export async function organisesGroupOf(db: Executor, organiserId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('memberships as mine')
    .innerJoin('memberships as theirs', 'theirs.groupId', 'mine.groupId')
    .select('mine.groupId')
    .where('mine.personId', '=', organiserId)
    .where('mine.role', '=', 'organiser')
    .where('theirs.personId', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function organisationExists(db: Executor, organisationId: string): Promise<boolean> {
  return (await db.selectFrom('organisations').select('id').where('id', '=', organisationId).executeTakeFirst()) !== undefined;
}

/** Whether `organiserId` organises a group that somebody of the organisation belongs to. */
export async function organisesGroupWithOrganisation(db: Executor, organiserId: string, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .innerJoin('memberships as theirs', 'theirs.personId', 'people.id')
    .innerJoin('memberships as mine', 'mine.groupId', 'theirs.groupId')
    .select('people.id')
    .where('people.organisationId', '=', organisationId)
    .where('mine.personId', '=', organiserId)
    .where('mine.role', '=', 'organiser')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
