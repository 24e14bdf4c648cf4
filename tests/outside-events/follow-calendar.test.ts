import { describe, expect, test } from 'vitest';
import type { GroupScope } from '#app/model/scope.ts';
import { listOutsideEvents, listOutsideEventsOfGroup } from '#db/outside-events/read.ts';
import { findFollowedCalendar, listFollowedCalendars } from '#db/outside-events/read-organised.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { createLogger } from '#server/logger.ts';
import { organiseOutsideEvents } from '#server/outside-events/access.ts';
import type { Door } from '#server/outside-events/fetch/door.ts';
import { followCalendar, retryCalendar, unfollowCalendar } from '#server/outside-events/follow-calendar.ts';
import { refreshCalendar, refreshDueCalendars } from '#server/outside-events/refresh-calendar.ts';
import { hideOutsideEvent } from '#server/outside-events/save-event.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { calendarOf, eventOf } from './files.ts';
import { loopbackDoor, useLocalServer } from './local-server.ts';

const database = useDatabase();
const services = useServices(database);
const local = useLocalServer();
const reading = { door: loopbackDoor };

const cop = eventOf('UID:cop', 'SUMMARY:COP', 'DTSTART;VALUE=DATE:20220607', 'DTEND;VALUE=DATE:20220619');
const forum = eventOf('UID:forum', 'SUMMARY:Forum', 'DTSTART:20220620T100000Z', 'DTEND:20220620T120000Z');

async function organised(given: { visibility?: 'public' | 'members' } = {}) {
  services.clock.set('2022-06-01T08:00:00Z');
  const group = await makeGroup(database.db, given);
  const person = await makePerson(database.db);
  await makeMembership(database.db, { groupId: group.id, personId: person.id, role: 'organiser' });
  return { group, by: await organiseOutsideEvents(services, viewerOf(person), group.slug) };
}

const serve = (text: string, headers: Record<string, string> = {}) => {
  local.answer = (request, response) => {
    const same = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    response.writeHead(same ? 304 : 200, headers).end(same ? '' : text);
  };
};
const broken = (status: number) => {
  local.answer = (_request, response) => void response.writeHead(status).end();
};

async function follow(by: Awaited<ReturnType<typeof organised>>['by']) {
  const id = crypto.randomUUID();
  await followCalendar(services, by, { id, name: 'Partenaires', url: `${local.origin}/${id}.ics?token=secret` }, reading);
  const calendar = async () => (await findFollowedCalendar(database.db, by.scope, id)) ?? expect.unreachable('it is gone');
  return { id, calendar };
}

const titles = async (scope: GroupScope) =>
  (await listOutsideEventsOfGroup(database.db, scope, { now: services.clock.now().toString(), limit: 50 })).map(({ title }) => title);

describe('a calendar that is followed', () => {
  test('is read at once; its dates are shown beside the meetings, with its name', async () => {
    const { by, group } = await organised();
    serve(calendarOf(cop, forum, eventOf('UID:x', 'SUMMARY:Perdu')));
    const { calendar } = await follow(by);
    expect(await calendar()).toMatchObject({
      ...{ state: 'followed', fault: null, lastOkAt: expect.stringContaining('2022-06-01') },
      report: { read: 3, shown: 2, setAside: { no_date: 1 }, examples: ['Perdu'] },
    });
    const network = await enterNetwork(services, null);
    const window = { from: '2022-06-15T00:00:00Z', to: '2022-07-01T00:00:00Z', groupSlug: group.slug, limit: 10 };
    expect(await listOutsideEvents(database.db, network, window)).toMatchObject([
      { title: 'COP', edtf: '2022-06-07/2022-06-18', source: 'Partenaires', startsAt: '2022-06-06T22:00:00Z', groupSlug: group.slug },
      { title: 'Forum', edtf: '2022-06-20T12:00/2022-06-20T14:00', timeZone: 'Europe/Paris' },
    ]);
    expect(await listOutsideEvents(database.db, network, { ...window, to: '2022-06-19T00:00:00Z' })).toHaveLength(1);
  });

  test('is shown to whoever sees the group, and to nobody else', async () => {
    const { by, group } = await organised({ visibility: 'members' });
    serve(calendarOf(cop));
    await follow(by);
    const window = { from: '2022-01-01T00:00:00Z', to: '2023-01-01T00:00:00Z', groupSlug: group.slug, limit: 10 };
    const seen = async (viewer: Parameters<typeof enterNetwork>[1]) =>
      (await listOutsideEvents(database.db, await enterNetwork(services, viewer), window)).length;
    expect([await seen(null), await seen(viewerOf(await makePerson(database.db))), await seen(by.viewer)]).toEqual([0, 0, 1]);
  });

  test('follows its source: what changed changes, what is gone goes, what was hidden stays hidden', async () => {
    const { by } = await organised();
    serve(calendarOf(cop, forum));
    const { id } = await follow(by);
    const [first] = await listOutsideEventsOfGroup(database.db, by.scope, { now: '2022-06-01T00:00:00Z', limit: 9 });
    await hideOutsideEvent(services, by, { id: first?.id ?? '', hidden: true });
    serve(calendarOf(cop.replace('COP', 'COP27'), eventOf('UID:new', 'SUMMARY:Nouveau', 'DTSTART;VALUE=DATE:20220701')));
    await retryCalendar(services, by, id, reading);
    expect(await titles(by.scope)).toEqual(['Nouveau']);
    await hideOutsideEvent(services, by, { id: first?.id ?? '', hidden: false });
    expect(await titles(by.scope)).toEqual(['COP27', 'Nouveau']);
    await unfollowCalendar(services, by, id);
    expect(await titles(by.scope)).toEqual([]);
  });

  test('that breaks keeps the last dates that were good, and says since when; it is asked later and later, and at last no more', async () => {
    const { by } = await organised();
    serve(calendarOf(cop));
    const { id, calendar } = await follow(by);
    broken(500);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      services.clock.set((await calendar()).nextFetchAt);
      await refreshCalendar(services, id, reading);
      waits.push(
        services.clock
          .now()
          .until((await calendar()).nextFetchAt)
          .total('hours'),
      );
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24, 24, 24]);
    expect(await calendar()).toMatchObject({
      state: 'stopped',
      fault: 'status',
      faultStatus: 500,
      lastOkAt: expect.stringContaining('2022-06-01'),
    });
    services.clock.set('2022-06-15T00:00:00Z');
    expect(await titles(by.scope)).toEqual(['COP']);
    local.asked.length = 0;
    await refreshDueCalendars(services, reading);
    expect(local.asked.filter(({ url }) => url?.includes(id))).toEqual([]);
    serve(calendarOf(cop, forum));
    await retryCalendar(services, by, id, reading);
    expect(await calendar()).toMatchObject({ state: 'followed', fault: null });
    expect(await titles(by.scope)).toEqual(['COP', 'Forum']);
  });

  test('that is gone for good is given up at once; what is no calendar empties nothing', async () => {
    const { by } = await organised();
    serve(calendarOf(cop));
    const { id, calendar } = await follow(by);
    serve('<html>Bienvenue</html>');
    await retryCalendar(services, by, id, reading);
    expect(await calendar()).toMatchObject({ state: 'failing', fault: 'not_a_calendar' });
    broken(410);
    await retryCalendar(services, by, id, reading);
    expect(await calendar()).toMatchObject({ state: 'stopped', faultStatus: 410 });
    expect(await titles(by.scope)).toEqual(['COP']);
  });

  test('is asked whether it changed, and once a week for all of it', async () => {
    const { by } = await organised();
    serve(calendarOf(cop), { etag: '"1"' });
    const { id, calendar } = await follow(by);
    const marks: (string | undefined)[] = [];
    for (const day of ['2022-06-02', '2022-06-05', '2022-06-08']) {
      services.clock.set(`${day}T12:00:00Z`);
      await refreshCalendar(services, id, reading);
      marks.push(local.asked.at(-1)?.headers['if-none-match']);
      expect(await calendar()).toMatchObject({ state: 'followed', lastOkAt: expect.stringContaining(day) });
    }
    expect(marks).toEqual(['"1"', '"1"', undefined]);
    expect(await titles(by.scope)).toEqual(['COP']);
  });

  test('is read by one node only, however many look at once', async () => {
    const { by } = await organised();
    serve(calendarOf(cop));
    const { id } = await follow(by);
    local.asked.length = 0;
    services.clock.advance({ hours: 2 });
    await Promise.all([1, 2, 3].map(() => refreshDueCalendars(services, reading)));
    expect(local.asked.filter(({ url }) => url?.includes(id))).toHaveLength(1);
  });

  test('whose fault is a bug of ours ends neither the run of the others nor the page that follows it', async () => {
    const { by } = await organised();
    serve(calendarOf(cop));
    const [wrong, good] = [await follow(by), await follow(by)];
    const door: Door = {
      ...loopbackDoor,
      agentFor(url) {
        if (!url.pathname.includes(good.id)) throw new TypeError('a bug');
        return loopbackDoor.agentFor(url);
      },
    };
    const lines: string[] = [];
    const { log } = services;
    services.log = createLogger('error', (line) => void lines.push(line));
    services.clock.advance({ hours: 2 });
    await refreshDueCalendars(services, { door });
    const url = `${local.origin}/third.ics`;
    expect(await followCalendar(services, by, { id: crypto.randomUUID(), name: 'x', url }, { door })).toEqual({ ok: true });
    services.log = log;
    expect(await good.calendar()).toMatchObject({ state: 'followed', lastOkAt: expect.stringContaining('T10:00') });
    expect(await wrong.calendar()).toMatchObject({ state: 'failing', fault: 'damaged' });
    expect(lines.filter((line) => line.includes(wrong.id))).toHaveLength(1);
    expect(lines.join('')).not.toContain('secret');
  });

  test('is followed once by a group, and never with an address of this machine by the real door', async () => {
    const { by } = await organised();
    serve(calendarOf(cop));
    const url = `${local.origin}/twice.ics`;
    const again = () => followCalendar(services, by, { id: crypto.randomUUID(), name: 'x', url });
    local.asked.length = 0;
    expect([await again(), await again()]).toEqual([{ ok: true }, { ok: false, reason: 'known' }]);
    expect(await listFollowedCalendars(database.db, by.scope)).toMatchObject([{ state: 'failing', fault: 'address' }]);
    expect(local.asked).toEqual([]);
  });
});
