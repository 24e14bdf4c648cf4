import type { EditionScope } from '#app/model/scope.ts';
import type { Trx } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

export type ProgrammeOwner = { personId: string; visitorHash: null } | { personId: null; visitorHash: Buffer };

/** The programme of this owner, made where there is none; two at the same moment get the same one. Its row is held. */
export async function openOwnProgramme(
  trx: Trx,
  { editionId, owner, now }: { editionId: string; owner: ProgrammeOwner; now: string },
): Promise<string> {
  await trx
    .insertInto('ownProgrammes')
    .values({ editionId, ...owner, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const query = trx.selectFrom('ownProgrammes').select('id').where('editionId', '=', editionId);
  const row = await (owner.personId === null
    ? query.where('visitorHash', '=', owner.visitorHash)
    : query.where('personId', '=', owner.personId)
  )
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Whether this is a session of the edition that the reader may see. */
export async function isSessionToChoose(trx: Trx, scope: EditionScope, meetingId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('meetings')
    .select('meetings.id')
    .where('meetings.id', '=', meetingId)
    .where('meetings.editionId', '=', scope.editionId)
    .where(visibleMeetings(scope.network))
    .executeTakeFirst();
  return row !== undefined;
}

/** Chosen twice is chosen once. */
export async function insertStar(trx: Trx, star: { ownProgrammeId: string; meetingId: string; starredAt: string }): Promise<void> {
  await trx
    .insertInto('starredSessions')
    .values(star)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteStar(trx: Trx, { ownProgrammeId, meetingId }: { ownProgrammeId: string; meetingId: string }): Promise<void> {
  await trx.deleteFrom('starredSessions').where('ownProgrammeId', '=', ownProgrammeId).where('meetingId', '=', meetingId).execute();
}

/** Puts what one programme holds into another, and ends it with its feed. */
export async function mergeProgrammes(trx: Trx, { from, into }: { from: string; into: string }): Promise<void> {
  await trx
    .insertInto('starredSessions')
    .columns(['ownProgrammeId', 'meetingId', 'starredAt'])
    .expression((eb) =>
      eb
        .selectFrom('starredSessions')
        .select((of) => [of.val(into).$castTo<string>().as('ownProgrammeId'), 'meetingId', 'starredAt'])
        .where('ownProgrammeId', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await deleteProgramme(trx, from);
}

export async function deleteProgramme(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('ownProgrammes').where('id', '=', id).execute();
}

/** Gives its feed an address, another one, or none (null). */
export async function setFeedHash(trx: Trx, { id, hash, now }: { id: string; hash: Buffer | null; now: string }): Promise<void> {
  await trx
    .updateTable('ownProgrammes')
    .set({ feedHash: hash, feedCreatedAt: hash && now, feedUsedAt: null })
    .where('id', '=', id)
    .execute();
}

/** Ends what visitors chose for editions that ended before a day ('YYYY-MM-DD'), a few at a time. */
export async function deletePastProgrammes(trx: Trx, endedBefore: string): Promise<void> {
  await trx
    .deleteFrom('ownProgrammes')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('ownProgrammes as past')
        .innerJoin('editions', 'editions.id', 'past.editionId')
        .select('past.id')
        .where('past.visitorHash', 'is not', null)
        .where('editions.endsOn', '<', endedBefore)
        .orderBy('past.createdAt')
        .limit(100),
    )
    .execute();
}
