import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { countFollowUps, listFollowUps } from '#db/follow-ups/read.ts';
import { countTodo, listTodo } from '#db/follow-ups/read-todo.ts';
import { enterSelf } from '#server/accounts/access.ts';
import { enterFollowUps } from '#server/follow-ups/access.ts';
import { readOpening } from '#server/follow-ups/read-opening.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeMeeting, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { followUpScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const TODAY = '2022-06-01';
const AT = { today: TODAY, limit: 50 };

type Scene = Awaited<ReturnType<typeof followUpScene>>;
const listFor = async ({ group }: Scene, viewer: Viewer | null, filter: Parameters<typeof listFollowUps>[2] = { show: 'open' }) => {
  const scopes = await enterFollowUps(services, viewer, group.slug);
  const rows = await listFollowUps(database.db, scopes, filter, AT);
  if (!filter.owner) expect((await countFollowUps(database.db, scopes, TODAY))[filter.show]).toBe(rows.length);
  return rows.map(({ body, owner }) => `${body}: ${owner}`);
};

async function decided() {
  const scene = await followUpScene(services);
  const { name } = scene;
  const a1 = { id: 'a1', text: 'Écrire', who: name, due: '2022-05-25' };
  await scene.publish(
    {
      action: [a1, { id: 'a2', text: 'Négocier', who: name }],
      decision: [
        { id: 'd1', text: 'Garder' },
        { id: 'd2', text: 'Taire' },
      ],
    },
    { action: [{ ...a1, who: 'Ville de Nanterre' }], decision: [{ id: 'd1', text: 'Garder' }] },
  );
  return scene;
}

describe('who sees what of a group’s follow-ups', () => {
  test('members read the internal edition with its names; everybody else what is public, with the names it has there', async () => {
    const scene = await decided();
    const { viewers, name } = scene;
    expect(await listFor(scene, viewers.karim)).toEqual([`Écrire: ${name}`, `Négocier: ${name}`]);
    expect(await listFor(scene, viewers.stranger)).toEqual(['Écrire: Ville de Nanterre']);
    expect(await listFor(scene, null)).toEqual(['Écrire: Ville de Nanterre']);
    expect(await listFor(scene, viewers.karim, { show: 'decisions' })).toEqual(['Garder: ', 'Taire: ']);
    expect(await listFor(scene, null, { show: 'decisions' })).toEqual(['Garder: ']);
  });

  test('whoever was invited to the meeting reads the internal edition of it too', async () => {
    const scene = await decided();
    const guest = await makePerson(database.db);
    await makeAttendance(database.db, { meetingId: scene.meeting.id, personId: guest.id });
    expect(await listFor(scene, viewerOf(guest))).toHaveLength(2);
  });

  test('nothing of a members-only meeting shows to anybody else', async () => {
    const scene = await decided();
    await database.db.updateTable('meetings').set({ visibility: 'members' }).where('id', '=', scene.meeting.id).execute();
    expect(await listFor(scene, scene.viewers.stranger)).toEqual([]);
    expect(await listFor(scene, scene.viewers.karim)).toHaveLength(2);
  });

  test('what an owner wrote of the outcome is for those concerned: nobody read it over', async () => {
    const scene = await decided();
    await database.db
      .updateTable('followUps')
      .set({ outcome: 'Refusé par M. Untel.' })
      .where('id', '=', await scene.idOf('a1'))
      .execute();
    const outcomes = async (viewer: Viewer | null) => {
      const scopes = await enterFollowUps(services, viewer, scene.group.slug);
      return (await listFollowUps(database.db, scopes, { show: 'open' }, AT)).map(({ outcome }) => outcome).join('');
    };
    expect(await outcomes(scene.viewers.karim)).toBe('Refusé par M. Untel.');
    expect(await outcomes(scene.viewers.stranger)).toBe('');
    expect(await outcomes(null)).toBe('');
  });

  test('lists are by state and by owner, and whose is asked by members only; what was withdrawn is in none', async () => {
    const scene = await decided();
    const { viewers, karim, nanterre, publish, idOf } = scene;
    expect(await listFor(scene, viewers.karim, { show: 'overdue' })).toHaveLength(1);
    expect(await listFor(scene, viewers.karim, { show: 'unsettled' })).toHaveLength(1);
    expect(await listFor(scene, viewers.karim, { show: 'open', owner: nanterre.id })).toHaveLength(2);
    expect(await listFor(scene, viewers.karim, { show: 'open', owner: scene.stranger.id })).toHaveLength(0);
    expect(await listFor(scene, viewers.stranger, { show: 'open', owner: karim.id })).toHaveLength(1);
    await database.db
      .updateTable('followUps')
      .set({ state: 'done' })
      .where('id', '=', await idOf('a1'))
      .execute();
    expect(await listFor(scene, viewers.karim, { show: 'done' })).toHaveLength(1);
    await publish({});
    for (const show of ['open', 'done', 'decisions'] as const) expect(await listFor(scene, viewers.karim, { show })).toEqual([]);
  });
});

describe('the opening of the next meeting', () => {
  test('shows what is open and what was decided last to those concerned, and nothing to visitors', async () => {
    const scene = await decided();
    const next = await makeMeeting(database.db, { groupId: scene.group.id });
    const openFor = async (viewer: Viewer | null) => {
      const scope = await findMeetingScope(services, viewer, { id: next.id });
      return scope && readOpening(services, viewer, scope);
    };
    expect(await openFor(scene.viewers.karim)).toMatchObject({
      ...{ open: 2, overdue: 1, actions: [{ body: 'Écrire' }, { body: 'Négocier' }] },
      decisions: [{ number: 'D1', body: 'Garder' }, { body: 'Taire' }],
    });
    expect(await openFor(null)).toBeNull();
    await scene.publish({});
    expect(await openFor(scene.viewers.karim)).toBeNull();
  });
});

describe('ten thousand actions', () => {
  test('lists stay bounded, and the count of every page goes by indexes', async () => {
    const scene = await followUpScene(services);
    const { group, meeting, karim, viewers } = scene;
    await sql`
      insert into follow_ups (group_id, meeting_id, block_id, kind, number, body, owner_id, owner_name, due_on, state, created_at, updated_at)
      select ${group.id}, ${meeting.id}, 'b' || n, 'action', 'A' || n, 'Écrire ' || n, case when n % 2 = 0 then ${karim.id}::uuid end,
        'Karim', date '2022-01-01' + n % 300, case when n % 5 = 0 then 'done' else 'open' end, now(), now()
      from generate_series(1, 10000) n`.execute(database.db);
    await sql`analyze follow_ups`.execute(database.db);
    expect(await countListed(group.slug, viewers.karim)).toBe(50);
    const rows = await listTodo(database.db, enterSelf(viewers.organiser, '/todo'), { now: `${TODAY}T08:00:00Z`, today: TODAY });
    expect(rows).toMatchObject([
      { kind: 'overdue', amount: 100 },
      { kind: 'untold', amount: 100 },
    ]);
    const { rows: plan } = await sql<{ 'QUERY PLAN': string }>`explain select follow_ups.id from follow_ups
      where owner_id = ${karim.id} and (follow_ups.state = 'open' and follow_ups.kind = 'action') order by due_on limit 100`.execute(
      database.db,
    );
    expect(plan.map((line) => line['QUERY PLAN'] ?? Object.values(line)[0]).join('\n')).toContain('follow_ups_owner');
    const before = process.hrtime.bigint();
    for (let n = 0; n < 20; n++)
      await countTodo(database.db, enterSelf(viewers.organiser, '/todo'), { now: `${TODAY}T08:00:00Z`, today: TODAY });
    expect(Number(process.hrtime.bigint() - before) / 20e6).toBeLessThan(50);
  });
});

async function countListed(slug: string, viewer: Viewer) {
  const scopes = await enterFollowUps(services, viewer, slug);
  return (await listFollowUps(database.db, scopes, { show: 'open' }, AT)).length;
}
