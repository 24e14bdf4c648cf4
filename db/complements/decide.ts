import type { Applied } from '#app/model/applied-complements.ts';
import type { ComplementKind, ComplementState, ProposedIdentity, ProposedText } from '#app/model/complements.ts';
import type { MinutesState } from '#app/model/minutes.ts';
import type { Trx } from '#db/client.ts';

/** A complement as it is when it is about to be decided. */
export interface HeldComplement {
  id: string;
  /** Null: from a file that came back. */
  reviewId: string | null;
  kind: ComplementKind;
  agendaItemId: string | null;
  blockId: string | null;
  baseText: string;
  proposed: ProposedText | ProposedIdentity | null;
  attendanceId: string | null;
  authorName: string;
  state: ComplementState;
  applied: Applied | null;
  reason: string;
  /** Instant. */
  decidedAt: string | null;
  decidedByName: string;
  minutesState: MinutesState;
}

/**
 * A complement of this meeting, held until the end of the transaction with the state of its minutes; undefined: there is none.
 * The minutes first: whoever changes their state waits for this decision, or this decision for them.
 */
export async function holdComplement(trx: Trx, meetingId: string, id: string): Promise<HeldComplement | undefined> {
  const minutes = await trx.selectFrom('minutes').select(['id', 'state']).where('meetingId', '=', meetingId).forShare().executeTakeFirst();
  if (!minutes) return undefined;
  const held = await trx
    .selectFrom('complements')
    .select(['id', 'reviewId', 'kind', 'agendaItemId', 'blockId', 'baseText', 'attendanceId', 'authorName', 'state', 'reason'])
    .select(['decidedAt', 'decidedByName'])
    .select((eb) => [
      eb.ref('proposed').$castTo<HeldComplement['proposed']>().as('proposed'),
      eb.ref('applied').$castTo<Applied | null>().as('applied'),
    ])
    .where('id', '=', id)
    .where('minutesId', '=', minutes.id)
    .forUpdate()
    .executeTakeFirst();
  return held && { ...held, minutesState: minutes.state };
}

export interface DecisionToWrite {
  state: 'accepted' | 'refused';
  /** What went into the notes; null: nothing. */
  applied: Applied | null;
  reason: string;
  /** Instant. */
  at: string;
  by: { personId: string; name: string };
}

/** Decides a complement that is held (`holdComplement`). */
export async function writeDecision(trx: Trx, id: string, { state, applied, reason, at, by }: DecisionToWrite): Promise<void> {
  await trx
    .updateTable('complements')
    .set((eb) => ({
      ...{ state, reason, decidedAt: at, decidedBy: by.personId, decidedByName: by.name },
      applied: applied && JSON.stringify(applied),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Makes a complement that is held undecided again. */
export async function writeReopening(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('complements')
    .set((eb) => ({
      ...{ state: 'open' as const, reason: '', decidedAt: null, decidedBy: null, decidedByName: '', applied: null },
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}
