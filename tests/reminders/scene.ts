import { boundsOf, whenOf } from '#app/model/when.ts';
import { runClock } from '#server/reminders/run-clock.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

type Given<Make extends (db: never, given: never) => unknown> = Omit<
  NonNullable<Parameters<Make>[1]>,
  'groupId' | 'meetingId' | 'personId'
>;

/** An announced meeting at a date of its zone, of a group of its own. */
export async function meetingAt({ db }: TestDatabase, edtf: string, timeZone = 'Europe/Paris', given: Given<typeof makeMeeting> = {}) {
  const group = await makeGroup(db);
  return makeMeeting(db, { groupId: group.id, edtf, timeZone, during: rangeOf(edtf, timeZone), ...given });
}

export function rangeOf(edtf: string, timeZone: string): string | null {
  const bounds = boundsOf(whenOf(edtf), timeZone);
  return bounds && `[${bounds.from},${bounds.to})`;
}

/** Somebody on its list who said that they come, unless told. */
export async function invitee(
  { db }: TestDatabase,
  meeting: { id: string },
  { person = {}, ...given }: Given<typeof makeAttendance> & { person?: Parameters<typeof makePerson>[1] } = {},
) {
  const made = await makePerson(db, person);
  const attendance = await makeAttendance(db, {
    ...{ meetingId: meeting.id, personId: made.id, answer: 'in_person', invitedAt: '2020-01-01T00:00:00Z' },
    ...given,
  });
  return { ...made, attendanceId: attendance.id };
}

export async function moveTo({ db }: TestDatabase, meeting: { id: string; timeZone: string }, edtf: string): Promise<void> {
  const during = rangeOf(edtf, meeting.timeZone);
  await db.updateTable('meetings').set({ edtf, during }).where('id', '=', meeting.id).execute();
}

/** The clock runs at each of these instants. */
export async function runAt(services: TestServices, ...instants: string[]): Promise<void> {
  for (const instant of instants) {
    services.clock.set(instant);
    await runClock(services);
  }
}

/** The clock runs from one instant to another, by such steps. */
export async function runThrough(services: TestServices, span: { from: string; to: string; step?: Temporal.DurationLike }): Promise<void> {
  const step = span.step ?? { minutes: 5 };
  for (let now = Temporal.Instant.from(span.from); Temporal.Instant.compare(now, span.to) <= 0; now = now.add(step))
    await runAt(services, now.toString());
}

/** Reminders that were written down, in order: when, and how long before. */
export async function remindersOf({ db }: TestDatabase, attendanceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reminders')
    .select(['lead', 'queuedAt'])
    .where('attendanceId', '=', attendanceId)
    .orderBy('queuedAt')
    .execute();
  return rows.map(({ lead, queuedAt }) => `${lead} ${queuedAt}`);
}

/** Forgets where the clock stood: as on the first start. */
export async function forgetClock({ db }: TestDatabase): Promise<void> {
  await db.deleteFrom('reminderClock').execute();
}
