import type { ComplementKind, ComplementState, ProposedIdentity, ProposedText } from '#app/model/complements.ts';
import type { Trx } from '#db/client.ts';

export interface NewComplement {
  id: string;
  minutesId: string;
  /** Null: from a file that came back. */
  reviewId: string | null;
  agendaItemId: string | null;
  blockId: string | null;
  kind: ComplementKind;
  baseText: string;
  proposed: ProposedText | ProposedIdentity | null;
  comment: string;
  authorId: string | null;
  attendanceId: string | null;
  authorName: string;
  authorOrganisation: string;
  /** Instant. */
  createdAt: string;
}

/** False: there is one with this id already, whoever's it is. */
export async function insertComplement(trx: Trx, { proposed, ...complement }: NewComplement): Promise<boolean> {
  const row = await trx
    .insertInto('complements')
    .values({ ...complement, proposed: proposed && JSON.stringify(proposed) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface HeldProposal {
  kind: ComplementKind;
  state: ComplementState;
  revision: number;
  baseText: string;
  proposed: ProposedText | ProposedIdentity | null;
  comment: string;
}

/** A complement of one author, held until the end of the transaction; undefined: there is none, or it is somebody else's. */
export async function lockOwnComplement(
  trx: Trx,
  { id, minutesId, attendanceId }: { id: string; minutesId: string; attendanceId: string },
): Promise<HeldProposal | undefined> {
  return trx
    .selectFrom('complements')
    .select(['kind', 'state', 'revision', 'baseText', 'comment'])
    .select((eb) => eb.ref('proposed').$castTo<HeldProposal['proposed']>().as('proposed'))
    .where('id', '=', id)
    .where('minutesId', '=', minutesId)
    .where('attendanceId', '=', attendanceId)
    .forUpdate()
    .executeTakeFirst();
}

/** The point of a meeting's agenda with this id; null: there is none (any more). */
export async function findPoint(
  trx: Trx,
  { meetingId, agendaItemId }: { meetingId: string; agendaItemId: string },
): Promise<string | null> {
  const row = await trx
    .selectFrom('agendaItems')
    .select('id')
    .where('id', '=', agendaItemId)
    .where('meetingId', '=', meetingId)
    .forKeyShare()
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How many of one author's proposals wait for a decision. */
export async function countOpenComplements(trx: Trx, { minutesId, attendanceId }: { minutesId: string; attendanceId: string }) {
  const { count } = await trx
    .selectFrom('complements')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('minutesId', '=', minutesId)
    .where('attendanceId', '=', attendanceId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return count;
}

/** Other words for a proposal that is held (`lockOwnComplement`). */
export async function rewriteComplement(
  trx: Trx,
  { id, proposed, comment }: { id: string; proposed: ProposedText | ProposedIdentity | null; comment: string },
): Promise<void> {
  await trx
    .updateTable('complements')
    .set((eb) => ({ proposed: proposed && JSON.stringify(proposed), comment, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Takes back a proposal that is held (`lockOwnComplement`). */
export async function withdrawRow(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('complements')
    .set((eb) => ({ state: 'withdrawn' as const, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
