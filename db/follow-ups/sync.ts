import { sql } from 'kysely';
import type { FollowUpKind } from '#app/model/follow-ups.ts';
import type { Trx } from '#db/client.ts';

/** Somebody at the meeting as the minutes may name them: the substitute when one came instead. */
export interface PossibleOwner {
  attendanceId: string;
  /** Null for a substitute, who has no record. */
  personId: string | null;
  name: string;
  organisationName: string;
}

export async function listPossibleOwners(trx: Trx, meetingId: string): Promise<PossibleOwner[]> {
  return trx
    .selectFrom('attendances')
    .select(['id as attendanceId', 'organisationName'])
    .select(sql<string | null>`case when answer = 'represented' then null else person_id end`.as('personId'))
    .select(sql<string>`case when answer = 'represented' then substitute_name else trim(given_name || ' ' || family_name) end`.as('name'))
    .where('meetingId', '=', meetingId)
    .limit(2000)
    .execute();
}

/** When a meeting was over (ISO instant); null when its date is unknown. */
export async function findEnd(trx: Trx, meetingId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('meetings')
    .select(sql<string | null>`upper(during)`.as('end'))
    .where('id', '=', meetingId)
    .executeTakeFirst();
  return row?.end ?? null;
}

/** A decision or an action as the version that is out says it. */
export interface WrittenFollowUp {
  blockId: string;
  kind: FollowUpKind;
  number: string;
  body: string;
  internal: boolean;
  ownerId: string | null;
  ownerOrganisationId: string | null;
  ownerName: string;
  ownerPublic: string;
  dueOn: string | null;
  /** For one that is new; those that are known keep theirs. */
  state: 'open' | 'dropped';
}

/**
 * Makes the records of a meeting say what the minutes say. State, outcome, and an owner or a date that organisers gave since
 * stay until the minutes themselves name another. What is gone is withdrawn, and comes back as it was. Rows that say it
 * already are not written. `now` is an ISO instant.
 */
export async function writeFollowUps(
  trx: Trx,
  { meetingId, groupId, rows, now }: { meetingId: string; groupId: string; rows: readonly WrittenFollowUp[]; now: string },
): Promise<void> {
  const ids = rows.map(({ blockId }) => blockId);
  await sql`
    update follow_ups set state = 'withdrawn', state_before = state, revision = revision + 1, updated_at = ${now}
    where meeting_id = ${meetingId} and state <> 'withdrawn' and block_id <> all(${ids}::text[])`.execute(trx);
  if (rows.length === 0) return;
  await sql`
    insert into follow_ups as kept (group_id, meeting_id, block_id, kind, number, body, internal, owner_id, owner_organisation_id,
      owner_name, owner_public, written_owner, due_on, written_due, state, state_at, created_at, updated_at)
    select ${groupId}::uuid, ${meetingId}::uuid, r."blockId", r.kind, r.number, r.body, r.internal, r."ownerId", r."ownerOrganisationId",
      r."ownerName", r."ownerPublic", r."ownerName", r."dueOn", r."dueOn", r.state,
      case when r.state <> 'open' then ${now}::timestamptz end, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      "blockId" text, kind text, number text, body text, internal boolean, "ownerId" uuid, "ownerOrganisationId" uuid,
      "ownerName" text, "ownerPublic" text, "dueOn" date, state text)
    on conflict (meeting_id, block_id) do update set
      kind = excluded.kind, number = excluded.number, body = excluded.body, internal = excluded.internal,
      owner_id = ${unlessOwnerStays(sql`excluded.owner_id`, sql`kept.owner_id`)},
      owner_organisation_id = ${unlessOwnerStays(sql`excluded.owner_organisation_id`, sql`kept.owner_organisation_id`)},
      owner_name = ${unlessOwnerStays(sql`excluded.owner_name`, sql`kept.owner_name`)},
      notified_at = ${unlessOwnerStays(sql`null`, sql`kept.notified_at`)},
      confirmed_at = ${unlessOwnerStays(sql`null`, sql`kept.confirmed_at`)},
      declined_at = ${unlessOwnerStays(sql`null`, sql`kept.declined_at`)},
      owner_word = ${unlessOwnerStays(sql`''`, sql`kept.owner_word`)},
      owner_public = ${PUBLIC_OWNER},
      due_on = ${unlessDueStays(sql`excluded.due_on`, sql`kept.due_on`)},
      asked_due = ${unlessDueStays(sql`null`, sql`kept.asked_due`)},
      reminded_on = ${unlessDueStays(sql`null`, sql`kept.reminded_on`)},
      written_owner = excluded.written_owner, written_due = excluded.written_due,
      state = coalesce(kept.state_before, kept.state), state_before = null,
      revision = kept.revision + 1, updated_at = excluded.updated_at
    where kept.state = 'withdrawn'
      or (kept.kind, kept.number, kept.body, kept.internal, kept.written_owner, kept.written_due, kept.owner_public)
        is distinct from
        (excluded.kind, excluded.number, excluded.body, excluded.internal, excluded.written_owner, excluded.written_due, ${PUBLIC_OWNER})`.execute(
    trx,
  );
}

const unlessOwnerStays = (given: ReturnType<typeof sql>, kept: ReturnType<typeof sql>) =>
  sql`case when kept.written_owner = excluded.written_owner then ${kept} else ${given} end`;

const unlessDueStays = (given: ReturnType<typeof sql>, kept: ReturnType<typeof sql>) =>
  sql`case when kept.written_due is not distinct from excluded.written_due then ${kept} else ${given} end`;

// Another attribution may name the same owner otherwise; an owner that organisers gave since is not in the minutes.
const PUBLIC_OWNER = sql`case when kept.written_owner = excluded.written_owner and kept.owner_name <> kept.written_owner
  then kept.owner_public else excluded.owner_public end`;
