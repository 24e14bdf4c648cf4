import type { Executor } from '#db/client.ts';

/** The group whose paper a volume is on. */
export async function findVolumeGroup(db: Executor, editionId: string): Promise<string> {
  const { groupId } = await db.selectFrom('editions').select('groupId').where('id', '=', editionId).executeTakeFirstOrThrow();
  return groupId;
}
