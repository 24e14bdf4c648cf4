import type { LogoType } from '#app/model/group-style.ts';
import type { GroupScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';

export interface StyleChange {
  colour: string | null;
  footer: string;
  logoAlt: string;
  /** Left out together: the logo stays. */
  logo?: Buffer | null;
  logoType?: LogoType | null;
}

/** Writes a group's style if nobody else did since `revision` (0: there was none); false: somebody did. */
export async function writeStyle(
  trx: Trx,
  { groupId }: GroupScope,
  { revision, change, now }: { revision: number; change: StyleChange; now: string },
): Promise<boolean> {
  if (revision === 0) {
    const row = await trx
      .insertInto('groupStyles')
      .values({ groupId, ...change, updatedAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('groupId')
      .executeTakeFirst();
    return row !== undefined;
  }
  const row = await trx
    .updateTable('groupStyles')
    .set((eb) => ({ ...change, updatedAt: now, revision: eb('revision', '+', 1) }))
    .where('groupId', '=', groupId)
    .where('revision', '=', revision)
    .returning('groupId')
    .executeTakeFirst();
  return row !== undefined;
}
