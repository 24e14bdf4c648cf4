import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listMeetingsAhead, listReaderZones } from '#db/reminders/read.ts';
import { runClock } from '#server/reminders/run-clock.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { runAt } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

/** Fifty meetings of one day, a hundred people each on five clocks; as many attendances of the past, and 3,000 meetings of it. */
async function fill(): Promise<void> {
  const group = await makeGroup(database.db);
  await sql`
    insert into people (given_name, family_name, name_key, email, time_zone)
    select 'P', n::text, 'p ' || n, 'p' || n || '@nanterre.example',
      (array['Europe/Paris', 'America/Cayenne', 'America/Bogota', 'America/Martinique', 'Europe/Madrid'])[1 + n % 5]
    from generate_series(1, 500) as n`.execute(database.db);
  await sql`
    insert into meetings (slug, group_id, kind, title, status, edtf, time_zone, during)
    select 'm-' || n, ${group.id}, 'group_meeting', 'M', 'scheduled',
      to_char(at, 'YYYY-MM-DD"T"HH24:MI') || '/' || to_char(at + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI'), 'UTC',
      tstzrange(at at time zone 'UTC', at at time zone 'UTC' + interval '1 hour')
    from generate_series(1, 3000) as n,
      lateral (select (case when n <= 50 then timestamp '2022-06-27 09:00' + n * interval '5 minutes'
        else timestamp '2010-01-01 09:00' + n * interval '1 day' end) as at) as dates`.execute(database.db);
  await sql`
    insert into attendances (meeting_id, person_id, given_name, family_name, answer, invited_at)
    select meetings.id, people.id, 'P', 'P', 'in_person', '2022-01-01'
    from meetings, lateral (select id from people order by hashtext(people.id::text || meetings.id::text) limit 100) as people
    where meetings.slug in (select 'm-' || n from generate_series(1, 100) as n)`.execute(database.db);
  await sql`analyze`.execute(database.db);
}

test('a run with nothing due over 5,000 attendances is two bounded, indexed queries, and takes no time to speak of', async () => {
  await fill();
  await runAt(services, '2022-06-19T08:00:00Z');
  services.clock.set('2022-06-19T08:05:00Z');
  const before = performance.now();
  await runClock(services);
  const idle = performance.now() - before;
  // 17 ms where it was measured, on two busy cores
  expect(idle).toBeLessThan(1000);

  const window = { after: '2022-06-19T08:05:00Z', before: '2022-06-28T08:05:00Z', limit: 2000 };
  const meetings = await listMeetingsAhead(database.db, window);
  expect(meetings).toHaveLength(50);
  const zones = await listReaderZones(
    database.db,
    meetings.map(({ id }) => id),
  );
  expect(zones).toHaveLength(250);
  const plan = await sql<{ 'QUERY PLAN': string }>`
    explain select id from meetings where status = 'scheduled' and lower(during) > '2022-06-19' and lower(during) < '2022-06-28'`.execute(
    database.db,
  );
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/meetings_time/);
});

test('5,000 reminders that fall due together are queued by one run, each once, each person in their own time', async () => {
  const before = performance.now();
  await runAt(services, '2022-06-26T23:00:00Z');
  // 3.1 s where it was measured, on two busy cores
  expect(performance.now() - before).toBeLessThan(30_000);
  const { rows } = await sql<{ reminders: number; mails: number }>`
    select (select count(*)::int from reminders) as reminders,
      (select count(distinct dedupe_key)::int from outbox_mails where template = 'meeting-reminder') as mails`.execute(database.db);
  expect(rows).toEqual([{ reminders: 5000, mails: 5000 }]);
}, 60_000);
