import type { EditionPlan } from '#app/model/programme.ts';
import type { Trx } from '#db/client.ts';

/** Inserts an edition unless its id or its slug is there already; false: it was. */
export async function insertEdition(
  trx: Trx,
  edition: EditionPlan & { id: string; slug: string; groupId: string; createdAt: string },
): Promise<boolean> {
  const row = await trx
    .insertInto('editions')
    .values(edition)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose form this id came from; null: nobody used it yet. */
export async function findEditionSent(trx: Trx, id: string): Promise<{ slug: string; groupId: string } | null> {
  return (await trx.selectFrom('editions').select(['slug', 'groupId']).where('id', '=', id).executeTakeFirst()) ?? null;
}

export interface EditionState extends EditionPlan {
  revision: number;
  /** Rises with every change of the draft of its programme. */
  programmeRevision: number;
}

/** Makes the changes of an edition and of its draft wait for one another until the end of the transaction; undefined: it is no more. */
export async function lockEdition(trx: Trx, id: string): Promise<EditionState | undefined> {
  return trx
    .selectFrom('editions')
    .select(['name', 'summary', 'place', 'timeZone', 'startsOn', 'endsOn', 'revision', 'programmeRevision'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateEdition(trx: Trx, id: string, plan: EditionPlan): Promise<void> {
  await trx
    .updateTable('editions')
    .set((eb) => ({ ...plan, revision: eb('revision', '+', 1), programmeRevision: eb('programmeRevision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Notes that the draft of a held edition changed: what somebody is about to publish is no longer what they read. */
export async function touchDraft(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('editions')
    .set((eb) => ({ programmeRevision: eb('programmeRevision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
