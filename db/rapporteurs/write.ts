import { sql } from 'kysely';
import type { AttendanceRole } from '#app/model/attendance.ts';
import type { Trx } from '#db/client.ts';

/** Roles that keep somebody in the room of a session. */
const BUSY: readonly AttendanceRole[] = ['rapporteur', 'speaker', 'chair', 'facilitator'];

export interface Clash {
  slug: string;
  title: string;
  roles: AttendanceRole[];
}

/** Sessions of the same edition that run at the same hour, as published or as the draft places them, where this person has a part. */
export async function listClashes(
  trx: Trx,
  { editionId, meetingId, personId }: { editionId: string; meetingId: string; personId: string },
): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    select other.slug, other.title, array(select role from unnest(attendances.roles) as role where role = any(${sql.val([...BUSY])}::text[])) as roles
    from meetings as own
    left join placements as own_place on own_place.meeting_id = own.id
    join meetings as other on other.edition_id = ${editionId} and other.id <> own.id and other.status <> 'cancelled'
    left join placements as other_place on other_place.meeting_id = other.id
    join attendances on attendances.meeting_id = other.id and attendances.person_id = ${personId}
    where own.id = ${meetingId} and attendances.roles && ${sql.val([...BUSY])}::text[]
      and ((own.status = 'scheduled' and other.status = 'scheduled' and own.during && other.during
          and own.edtf like '%T%' and other.edtf like '%T%')
        or own_place.slot_id = other_place.slot_id)
    order by other.title
    limit 20`.execute(trx);
  return rows;
}

/** How many people write the minutes of a session. */
export async function countRapporteurs(trx: Trx, meetingId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from attendances where meeting_id = ${meetingId} and 'rapporteur' = any(roles)`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Gives an attendance the role, and the right to write; undefined: they have it already. */
export async function giveRole(trx: Trx, { meetingId, personId }: { meetingId: string; personId: string }): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update attendances set roles = array_append(roles, 'rapporteur'), notes_access = 'write'
    where meeting_id = ${meetingId} and person_id = ${personId} and not 'rapporteur' = any(roles)
    returning id`.execute(trx);
  return rows[0]?.id;
}

/**
 * Takes the role away; undefined: they did not have it. Whoever was on the list for nothing else leaves it; whoever was
 * invited or came stays as a participant.
 */
export async function takeRole(
  trx: Trx,
  { meetingId, attendanceId }: { meetingId: string; attendanceId: string },
): Promise<{ personId: string } | undefined> {
  const { rows } = await sql<{ personId: string; roles: AttendanceRole[]; idle: boolean }>`
    update attendances set roles = array_remove(roles, 'rapporteur')
    where id = ${attendanceId} and meeting_id = ${meetingId} and 'rapporteur' = any(roles)
    returning person_id, roles, (answer = 'none' and checked_in_at is null and invited_at is null) as idle`.execute(trx);
  const [row] = rows;
  if (row && row.roles.length === 0) {
    if (row.idle) await trx.deleteFrom('attendances').where('id', '=', attendanceId).execute();
    else
      await trx
        .updateTable('attendances')
        .set({ roles: ['participant'] })
        .where('id', '=', attendanceId)
        .execute();
  }
  return row && { personId: row.personId };
}

/** Writes the plan if nobody else did since `revision` (0: there was none); false: somebody did. */
export async function putPlan(
  trx: Trx,
  { editionId, dueDays, revision }: { editionId: string; dueDays: number | null; revision: number },
): Promise<boolean> {
  const row = await trx
    .insertInto('reportPlans')
    .values({ editionId, dueDays })
    .onConflict((conflict) =>
      conflict
        .column('editionId')
        .doUpdateSet({ dueDays, revision: revision + 1 })
        .where('reportPlans.revision', '=', revision),
    )
    .returning('revision')
    .executeTakeFirst();
  return row !== undefined;
}

/** A session's own deadline; null: that of the edition. */
export async function putDue(trx: Trx, { meetingId, dueOn }: { meetingId: string; dueOn: string | null }): Promise<void> {
  await trx
    .insertInto('sessionReports')
    .values({ meetingId, dueOn })
    .onConflict((conflict) => conflict.column('meetingId').doUpdateSet({ dueOn }))
    .execute();
}

/** Marks a report as handed in; false: it was. */
export async function putHandedIn(
  trx: Trx,
  { meetingId, at, by, byName }: { meetingId: string; at: string; by: string; byName: string },
): Promise<boolean> {
  const handedIn = { handedInAt: at, handedInBy: by, handedInByName: byName };
  const row = await trx
    .insertInto('sessionReports')
    .values({ meetingId, ...handedIn })
    .onConflict((conflict) => conflict.column('meetingId').doUpdateSet(handedIn).where('sessionReports.handedInAt', 'is', null))
    .returning('meetingId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a report back into the hands of its rapporteurs; false: it was not handed in. */
export async function clearHandedIn(trx: Trx, meetingId: string): Promise<boolean> {
  const row = await trx
    .updateTable('sessionReports')
    .set({ handedInAt: null, handedInBy: null, handedInByName: '' })
    .where('meetingId', '=', meetingId)
    .where('handedInAt', 'is not', null)
    .returning('meetingId')
    .executeTakeFirst();
  return row !== undefined;
}

/** What the checker left, as it looked at `at`. */
export async function putFindings(
  trx: Trx,
  { meetingId, findings, at }: { meetingId: string; findings: number; at: string },
): Promise<void> {
  const seen = { findingsLeft: findings, checkedAt: at };
  await trx
    .insertInto('sessionReports')
    .values({ meetingId, ...seen })
    .onConflict((conflict) => conflict.column('meetingId').doUpdateSet(seen))
    .execute();
}
