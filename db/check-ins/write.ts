import { sql } from 'kysely';
import type { CheckKind, CheckOutcome, CheckStanding, CheckVerdict } from '#app/model/check-ins.ts';
import type { WalkIn } from '#app/model/door-protocol.ts';
import type { Executor, Trx } from '#db/client.ts';
import { atPlace, type Place } from './place.ts';

/** The salt of an edition's badge hashes; the first who asks gives it. */
export async function findSalt(db: Executor, editionId: string, fresh: Buffer): Promise<Buffer> {
  await db
    .insertInto('checkInSettings')
    .values({ editionId, salt: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('checkInSettings').select('salt').where('editionId', '=', editionId).executeTakeFirstOrThrow();
  return row.salt;
}

/** Waits for whoever merges checks of this edition, then keeps others waiting until the transaction ends. */
export async function lockChecks(trx: Trx, editionId: string): Promise<void> {
  await trx.selectFrom('checkInSettings').select('editionId').where('editionId', '=', editionId).forUpdate().execute();
}

export interface NewCheck {
  id: string;
  editionId: string;
  doorId: string;
  meetingId: string | null;
  registrationId: string | null;
  walkIn: WalkIn | null;
  phoneId: string;
  kind: CheckKind;
  /** Instants. */
  at: string;
  phoneAt: string;
  receivedAt: string;
  day: string;
  warned: boolean;
  standing: CheckStanding;
}

/** Writes checks down; what is there already stays. Gives the ids of the new ones. */
export async function insertChecks(trx: Trx, checks: readonly NewCheck[]): Promise<Set<string>> {
  if (checks.length === 0) return new Set();
  const rows = await trx
    .insertInto('checkInEvents')
    .values(
      checks.map(({ walkIn, standing, ...check }) => ({
        ...check,
        standing,
        walkIn: walkIn && JSON.stringify(walkIn),
        // until the merge says what it counts for
        outcome: standing === 'taken' ? ('repeated' as const) : null,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Takes back checks that this phone made at this door, and tells of whom they were. */
export async function undoChecks(
  trx: Trx,
  { doorId, phoneId, ids }: { doorId: string; phoneId: string; ids: readonly string[] },
): Promise<{ registrationId: string | null; day: string }[]> {
  if (ids.length === 0) return [];
  return trx
    .updateTable('checkInEvents')
    .set({ standing: 'undone', outcome: null, change: nextChange })
    .where('id', 'in', [...ids])
    .where('doorId', '=', doorId)
    .where('phoneId', '=', phoneId)
    .where('standing', 'in', ['taken', 'held'])
    .returning(['registrationId', 'day'])
    .execute();
}

const nextChange = sql<number>`nextval('check_in_changes')`;

/** All that stands of some badges at one place on one day. */
export async function listChecksToMerge(
  trx: Trx,
  place: Place,
  { day, registrationIds }: { day: string; registrationIds: readonly string[] },
) {
  const rows = await trx
    .selectFrom('checkInEvents')
    .select(['id', 'registrationId', 'kind', 'doorId', 'at', 'warned', 'outcome'])
    .where(atPlace(place))
    .where('day', '=', day)
    .where('registrationId', 'in', [...registrationIds])
    .where('standing', '=', 'taken')
    .execute();
  return rows.map(({ registrationId, ...row }) => ({ ...row, registrationId: registrationId ?? '' }));
}

export async function setOutcomes(trx: Trx, outcomes: readonly { id: string; outcome: CheckOutcome }[]): Promise<void> {
  if (outcomes.length === 0) return;
  const ids = outcomes.map(({ id }) => id);
  const words = outcomes.map(({ outcome }) => outcome);
  await sql`
    update check_in_events e set outcome = n.outcome, change = nextval('check_in_changes')
    from unnest(${ids}::uuid[], ${words}::text[]) as n (id, outcome) where e.id = n.id`.execute(trx);
}

/** What a phone said of itself; one more than `most` of a door is not remembered. */
export async function touchPhone(
  trx: Trx,
  { doorId, phoneId, seenAt, pending, most }: { doorId: string; phoneId: string; seenAt: string; pending: number; most: number },
): Promise<void> {
  await sql`
    insert into check_in_phones (door_id, phone_id, seen_at, pending)
    select ${doorId}::uuid, ${phoneId}::uuid, ${seenAt}::timestamptz, ${pending}::int
    where (select count(*) from check_in_phones where door_id = ${doorId} and phone_id <> ${phoneId}) < ${most}
    on conflict (door_id, phone_id) do update set seen_at = excluded.seen_at, pending = excluded.pending`.execute(trx);
}

/** What organisers decide of a check; undefined: nothing of this edition waits under this id. */
export async function decideCheck(
  trx: Trx,
  decided: { editionId: string; id: string; by: string; at: string },
  what: { verdict: CheckVerdict } | { standing: 'taken' | 'rejected' },
) {
  const { editionId, id, by, at } = decided;
  const set =
    'verdict' in what
      ? { verdict: what.verdict }
      : { standing: what.standing, outcome: what.standing === 'taken' ? ('repeated' as const) : null };
  return trx
    .updateTable('checkInEvents')
    .set({ ...set, decidedAt: at, decidedBy: by, change: nextChange })
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .where((eb) => ('verdict' in what ? eb.and([eb('outcome', '=', 'doubtful'), eb('verdict', 'is', null)]) : eb('standing', '=', 'held')))
    .returning(['registrationId', 'meetingId', 'day'])
    .executeTakeFirst();
}

/** A check that waits for a decision, with the names of who had not registered; locked. */
export async function lockHeldCheck(trx: Trx, { editionId, id }: { editionId: string; id: string }) {
  return trx
    .selectFrom('checkInEvents')
    .select(['registrationId', 'walkIn'])
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .where('standing', '=', 'held')
    .forUpdate()
    .executeTakeFirst();
}

export async function giveRegistration(trx: Trx, { id, registrationId }: { id: string; registrationId: string }): Promise<void> {
  await trx.updateTable('checkInEvents').set({ registrationId, walkIn: null }).where('id', '=', id).execute();
}
