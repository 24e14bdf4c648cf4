import { sql } from 'kysely';
import type { Trx } from '#db/client.ts';

// Every write happens after holdRun (read.ts): the steps of one meeting wait for one another. Instants are ISO.

interface At {
  meetingId: string;
  now: string;
}

/** Opens a meeting, at no point yet. */
export async function insertRun(trx: Trx, { meetingId, now }: At): Promise<void> {
  await trx.insertInto('meetingRuns').values({ meetingId, startedAt: now }).execute();
}

/** The clock of the current point stops, what it counted is kept; nothing when it does not run. */
export async function stopClock(trx: Trx, { meetingId, now }: At): Promise<void> {
  await trx
    .updateTable('agendaItemRuns')
    .from('meetingRuns')
    .set((eb) => ({
      spentSeconds: eb(
        'spentSeconds',
        '+',
        sql<number>`greatest(0, round(extract(epoch from ${now}::timestamptz - meeting_runs.running_since)))::integer`,
      ),
    }))
    .whereRef('agendaItemRuns.agendaItemId', '=', 'meetingRuns.agendaItemId')
    .where('meetingRuns.meetingId', '=', meetingId)
    .where('meetingRuns.runningSince', 'is not', null)
    .execute();
  await changeRun(trx, meetingId, { runningSince: null });
}

export async function startClock(trx: Trx, { meetingId, now }: At): Promise<void> {
  await changeRun(trx, meetingId, { runningSince: now });
}

/** Leaves the current point, and goes to another (null: to none), whose clock goes on where it was left. */
export async function changePoint(trx: Trx, { meetingId, now, to }: At & { to: string | null }): Promise<void> {
  await stopClock(trx, { meetingId, now });
  await trx
    .updateTable('agendaItemRuns')
    .from('meetingRuns')
    .set({ endedAt: now })
    .whereRef('agendaItemRuns.agendaItemId', '=', 'meetingRuns.agendaItemId')
    .where('meetingRuns.meetingId', '=', meetingId)
    .execute();
  if (to !== null) {
    await trx
      .insertInto('agendaItemRuns')
      .values({ agendaItemId: to, startedAt: now })
      .onConflict((conflict) => conflict.column('agendaItemId').doUpdateSet({ endedAt: null }))
      .execute();
  }
  await changeRun(trx, meetingId, { agendaItemId: to, runningSince: to === null ? null : now });
}

/** Adds to a point's time, if nobody did since `seen` (minutes added so far); false: somebody did. */
export async function addToPoint(
  trx: Trx,
  { agendaItemId, seen, minutes }: { agendaItemId: string; seen: number; minutes: number },
): Promise<boolean> {
  const row = await trx
    .updateTable('agendaItemRuns')
    .set({ addedMinutes: seen + minutes })
    .where('agendaItemId', '=', agendaItemId)
    .where('addedMinutes', '=', seen)
    .returning('agendaItemId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Closes the notes of a point of the meeting to all writing, or opens them; false: they were so already. */
export async function setLock(
  trx: Trx,
  { agendaItemId, locked, now, by }: { agendaItemId: string; locked: boolean; now: string; by: string },
): Promise<boolean> {
  const row = locked
    ? await trx
        .insertInto('noteLocks')
        .values({ agendaItemId, lockedAt: now, lockedBy: by })
        .onConflict((conflict) => conflict.column('agendaItemId').doNothing())
        .returning('agendaItemId')
        .executeTakeFirst()
    : await trx.deleteFrom('noteLocks').where('agendaItemId', '=', agendaItemId).returning('agendaItemId').executeTakeFirst();
  return row !== undefined;
}

/** The meeting ends; whoever still waits for the floor waits no more. The point it was at is kept, for a reopening. */
export async function closeRun(trx: Trx, { meetingId, now, by }: At & { by: string }): Promise<void> {
  await stopClock(trx, { meetingId, now });
  await changeRun(trx, meetingId, { closedAt: now, closedBy: by });
  await trx
    .updateTable('floorRequests')
    .set({ withdrawnAt: now })
    .where('meetingId', '=', meetingId)
    .where('givenAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute();
}

export async function reopenRun(trx: Trx, meetingId: string): Promise<void> {
  await changeRun(trx, meetingId, { closedAt: null, closedBy: null });
}

/** Puts somebody at the end of the queue; false: they are in it. */
export async function insertRequest(trx: Trx, { meetingId, attendanceId, now }: At & { attendanceId: string }): Promise<boolean> {
  const row = await trx
    .insertInto('floorRequests')
    .values({ meetingId, attendanceId, askedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes somebody out of the queue; false: they were not in it. */
export async function withdrawRequest(trx: Trx, { attendanceId, now }: { attendanceId: string; now: string }): Promise<boolean> {
  const row = await trx
    .updateTable('floorRequests')
    .set({ withdrawnAt: now })
    .where('attendanceId', '=', attendanceId)
    .where('givenAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever asked has the floor; false: the request does not wait any more. */
export async function giveRequest(trx: Trx, { requestId, now }: { requestId: string; now: string }): Promise<boolean> {
  const row = await trx
    .updateTable('floorRequests')
    .set({ givenAt: now })
    .where('id', '=', requestId)
    .where('givenAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function changeRun(
  trx: Trx,
  meetingId: string,
  change: { agendaItemId?: string | null; runningSince?: string | null; closedAt?: string | null; closedBy?: string | null },
): Promise<void> {
  await trx
    .updateTable('meetingRuns')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('meetingId', '=', meetingId)
    .execute();
}
