import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { listUnansweredPolls } from '#db/date-polls/read-lists.ts';
import { waitingPolls } from '#db/date-polls/read-waiting.ts';
import { enterSelf } from '#server/accounts/access.ts';
import { closePoll, withdrawPoll } from '#server/date-polls/end-poll.ts';
import { countOwnTodo } from '#server/follow-ups/count-own-todo.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { climateGroup } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('polls that wait for one’s answer', () => {
  let scene: Awaited<ReturnType<typeof climateGroup>>;
  beforeAll(async () => {
    scene = await climateGroup(database, services);
  });

  test('the number in the masthead counts each of them as the page of things to do lists it, until one answers', async () => {
    const karim = viewerOf(scene.karim);
    const both = async () => {
      const polls = await listUnansweredPolls(database.db, enterSelf(karim, '/todo'), { now: services.clock.now().toString(), limit: 20 });
      return [await countOwnTodo(services, karim), polls.length];
    };
    expect(await both()).toEqual([0, 0]);
    const { slug, ids } = await scene.open();
    const [second, third] = [await scene.open(), await scene.open(), await scene.open()];
    expect(await both()).toEqual([4, 4]);
    await scene.vote(slug, scene.karim, { [ids[0] ?? '']: 'no' });
    expect(await both()).toEqual([3, 3]);
    await closePoll(services, { viewer: scene.viewer, scope: second.poll });
    await withdrawPoll(services, { viewer: scene.viewer, scope: third.poll, confirmed: 2 });
    expect(await both()).toEqual([1, 1]);
    services.clock.set('2022-06-30T22:00:00Z');
    expect(await both()).toEqual([0, 0]);
    services.clock.set('2022-06-01T08:00:00Z');
    await database.db.deleteFrom('memberships').where('personId', '=', scene.karim.id).execute();
    expect(await both()).toEqual([0, 0]);
  });

  test('the number goes by the person’s own ballots, however many polls and voters there are', async () => {
    const { poll } = await scene.open({}, 1);
    await sql`insert into date_poll_voters (poll_id, email, came_as, asked_at)
      select ${poll.pollId}, n || '@flood.example', 'guest', now() from generate_series(1, 20000) n`.execute(database.db);
    await sql`analyze date_poll_voters`.execute(database.db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${waitingPolls(
      enterSelf(viewerOf(scene.maud), '/todo'),
      services.clock.now().toString(),
    )}`.execute(database.db);
    const plan = rows.flatMap((row) => Object.values(row)).join('\n');
    expect(plan).toMatch(/date_poll_voters_person|date_poll_voters_poll_id_person_id_key/);
    expect(plan).not.toContain('Seq Scan on date_poll_voters');
  });
});
