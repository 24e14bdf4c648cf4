import { expect, test } from 'vitest';
import { reminderAt } from '#app/model/reminders.ts';
import { boundsOf, missingHour, whenOf } from '#app/model/when.ts';
import { choose } from '#tests/mail-preferences/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { oneOf, type Random, randomFrom, SEED } from '#tests/support/random.ts';
import { useServices } from '#tests/support/services.ts';
import { invitee, meetingAt, moveTo, runAt } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const ZONES = [
  ...['Europe/Paris', 'America/Cayenne', 'America/Bogota', 'America/Port-au-Prince', 'America/Argentina/Buenos_Aires'],
  ...['America/Guadeloupe', 'America/New_York', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
];
const LEADS = ['week', 'day', 'hour'] as const;
/** Clocks are put back in these weeks in Paris, in New York, in Port-au-Prince, and forward in Lord Howe. */
const FIRST = Temporal.PlainDateTime.from('2026-10-22T00:00');

function randomDate(zone: string, random: Random): string {
  for (;;) {
    const start = FIRST.add({ minutes: 15 * random(18 * 96) });
    const written = [start, start.add({ minutes: 90 })].map((local) => local.toString({ smallestUnit: 'minute' }));
    if (written.every((local) => !missingHour(local, zone))) return written.join('/');
  }
}

const startOf = (edtf: string, zone: string) => boundsOf(whenOf(edtf), zone)?.from ?? '';

test(`whatever moves and however long the server is away, each reminder comes once, in time and before its meeting (seed ${SEED})`, async () => {
  const random = randomFrom(SEED);
  const meetings = [];
  for (const timeZone of ZONES) {
    const meeting = await meetingAt(database, randomDate(timeZone, random), timeZone);
    const people = [];
    for (let count = 0; count < 3; count += 1) {
      const person = await invitee(database, meeting, { person: { timeZone: oneOf(ZONES, random) } });
      await choose(services, person.email, { leads: [...LEADS] });
      people.push(person);
    }
    meetings.push({ ...meeting, people, setAt: '2026-10-01T00:00:00Z' });
  }
  const ticks: string[] = [];
  const end = FIRST.add({ days: 20 }).toZonedDateTime('UTC').toInstant();
  for (let now = FIRST.subtract({ days: 9 }).toZonedDateTime('UTC').toInstant(); Temporal.Instant.compare(now, end) < 0; ) {
    await runAt(services, now.toString());
    ticks.push(now.toString());
    if (random(4) === 0) {
      const moved = oneOf(meetings, random);
      moved.edtf = randomDate(moved.timeZone, random);
      moved.setAt = now.toString();
      await moveTo(database, moved, moved.edtf);
    }
    // mostly an hour, now and then a day and a half
    now = now.add({ minutes: random(12) === 0 ? random(36 * 60) : 5 + random(60) });
  }

  const reminders = await database.db.selectFrom('reminders').selectAll().orderBy('queuedAt').execute();
  const mails = await database.db.selectFrom('outboxMails').select('dedupeKey').where('template', '=', 'meeting-reminder').execute();
  expect(reminders.length).toBeGreaterThan(10);
  expect(mails).toHaveLength(reminders.length);
  for (const { startsAt, queuedAt } of reminders) expect(queuedAt < startsAt, `${queuedAt} < ${startsAt}`).toBe(true);

  for (const { edtf, timeZone, people, setAt } of meetings) {
    const startsAt = startOf(edtf, timeZone);
    for (const person of people)
      for (const lead of LEADS) {
        const due = reminderAt(lead, { when: whenOf(edtf), startsAt }, person.timeZone)?.toString() ?? '';
        // the date was known before the reminder fell due, and the server ran between that and the meeting
        const chance = ticks.find((tick) => Temporal.Instant.compare(tick, due) >= 0 && Temporal.Instant.compare(tick, startsAt) < 0);
        if (!chance || Temporal.Instant.compare(setAt, due) >= 0) continue;
        const own = reminders.filter(({ attendanceId }) => attendanceId === person.attendanceId);
        const reminded = own.filter(({ queuedAt }) => queuedAt === chance);
        expect(reminded, `${lead} before ${startsAt} for ${person.timeZone}, due ${due}`).toHaveLength(1);
      }
  }
}, 60_000);
