import { sql } from 'kysely';
import type { MeetingPlan, MeetingStatus } from '#app/model/meetings.ts';
import { slugOf } from '#app/model/text.ts';
import { boundsOf, formatEdtf } from '#app/model/when.ts';
import { followVisibility } from '#db/calendar/write-withdrawn.ts';
import type { Trx } from '#db/client.ts';

/** The columns that a plan fills. */
function columnsOf({ when, themes: _, countries: __, ...plan }: MeetingPlan) {
  const bounds = boundsOf(when, plan.timeZone);
  return { ...plan, edtf: formatEdtf(when), during: bounds ? `[${bounds.from},${bounds.to})` : null };
}

export interface NewMeeting {
  id: string;
  slug: string;
  groupId: string;
  status: MeetingStatus;
  createdBy: string;
  /** ISO instant. */
  now: string;
  plan: MeetingPlan;
}

/** Inserts a meeting unless its id or its slug is there already; false: it was. */
export async function insertMeeting(trx: Trx, { plan, now, ...meeting }: NewMeeting): Promise<boolean> {
  const row = await trx
    .insertInto('meetings')
    .values({ ...meeting, ...columnsOf(plan), createdAt: now, changedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await setFacets(trx, meeting.id, plan);
  return row !== undefined;
}

/** Whose form this id came from, and what became of it; null: nobody used it yet. */
export async function findPlanned(trx: Trx, id: string): Promise<{ slug: string; groupId: string; createdBy: string | null } | null> {
  return (await trx.selectFrom('meetings').select(['slug', 'groupId', 'createdBy']).where('id', '=', id).executeTakeFirst()) ?? null;
}

export interface MeetingState {
  status: MeetingStatus;
  revision: number;
  sequence: number;
}

/** Makes the changes of a meeting wait for one another until the end of the transaction, and tells where it stands; undefined: it is no more. */
export async function lockMeeting(trx: Trx, id: string): Promise<MeetingState | undefined> {
  return trx.selectFrom('meetings').select(['status', 'revision', 'sequence']).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes a plan over a locked meeting. `moved`: time, place or online link changed, so calendars are told (RFC 5545, 3.8.7.4). */
export async function updateMeeting(
  trx: Trx,
  { id, plan, status, moved, now }: { id: string; plan: MeetingPlan; status: MeetingStatus; moved: boolean; now: string },
): Promise<void> {
  await followVisibility(trx, { id, isPublic: plan.visibility === 'public' && status !== 'draft', now });
  const columns = columnsOf(plan);
  await trx
    .updateTable('meetings')
    .set((eb) => ({
      ...columns,
      ...movedFrom(columns),
      status,
      changedAt: now,
      revision: eb('revision', '+', 1),
      sequence: eb('sequence', '+', moved ? 1 : 0),
    }))
    .where('id', '=', id)
    .execute();
  await setFacets(trx, id, plan);
}

/** The date that was announced before this one; what nobody was told of is not a move. */
function movedFrom({ edtf, timeZone }: { edtf: string; timeZone: string }) {
  const before = (column: 'edtf' | 'time_zone', kept: 'moved_from_edtf' | 'moved_from_zone') =>
    sql<string | null>`case when status = 'scheduled' and (edtf, time_zone) <> (${edtf}, ${timeZone})
      then ${sql.ref(column)} else ${sql.ref(kept)} end`;
  return { movedFromEdtf: before('edtf', 'moved_from_edtf'), movedFromZone: before('time_zone', 'moved_from_zone') };
}

export async function cancelRow(trx: Trx, { id, reason, now }: { id: string; reason: string; now: string }): Promise<void> {
  await trx
    .updateTable('meetings')
    .set((eb) => ({
      ...{ status: 'cancelled' as const, cancelReason: reason, cancelledAt: now, changedAt: now },
      ...{ revision: eb('revision', '+', 1), sequence: eb('sequence', '+', 1) },
    }))
    .where('id', '=', id)
    .execute();
}

/** Deletes a draft with its agenda, invitations and notes; false: it is no draft, or has minutes. */
export async function deleteDraft(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('meetings')
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('minutes').select('minutes.id').whereRef('minutes.meetingId', '=', 'meetings.id'))))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function setFacets(trx: Trx, meetingId: string, { themes, countries }: Pick<MeetingPlan, 'themes' | 'countries'>): Promise<void> {
  await trx.deleteFrom('meetingThemes').where('meetingId', '=', meetingId).execute();
  await trx.deleteFrom('meetingCountries').where('meetingId', '=', meetingId).execute();
  const themeIds = await findOrCreateThemes(trx, themes);
  if (themeIds.length > 0) {
    const rows = themeIds.map((themeId) => ({ meetingId, themeId }));
    await trx.insertInto('meetingThemes').values(rows).execute();
  }
  if (countries.length > 0) {
    const rows = countries.map((country) => ({ meetingId, country }));
    await trx.insertInto('meetingCountries').values(rows).execute();
  }
}

/** Ids of the themes of these names; what differs only by case and accents is one theme. Two people may create the same at once. */
async function findOrCreateThemes(trx: Trx, names: readonly string[]): Promise<string[]> {
  // always in one order, so that two transactions never wait for each other
  const bySlug = new Map([...names].map((name) => [slugOf(name), name] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (bySlug.size === 0) return [];
  const rows = [...bySlug].map(([slug, name]) => ({ slug, name }));
  await trx
    .insertInto('themes')
    .values(rows)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const found = await trx
    .selectFrom('themes')
    .select('id')
    .where('slug', 'in', [...bySlug.keys()])
    .execute();
  return found.map((theme) => theme.id);
}
