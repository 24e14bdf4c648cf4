import { beforeAll, expect, test } from 'vitest';
import { inTurns } from '#server/calendar/dav/in-turns.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';

// nobody needs a password to ask these

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);
const ALL = '/dav/public/all/';
const MEETINGS = 60;
const SPACES = 'xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"';

beforeAll(async () => {
  const group = await makeGroup(database.db, { slug: 'dalc' });
  for (let number = 1; number <= MEETINGS; number++) await makeMeeting(database.db, { groupId: group.id, title: `Point ${number}` });
});

const propfind = (props: string, depth = '1') =>
  ask(ALL, { method: 'PROPFIND', headers: { depth }, body: `<propfind ${SPACES}><prop>${props}</prop></propfind>` });
const multiget = (hrefs: string[], props = '<getetag/>') => {
  const body = `<c:calendar-multiget ${SPACES}><prop>${props}</prop>${hrefs.map((href) => `<href>${href}</href>`).join('')}</c:calendar-multiget>`;
  return ask(ALL, { method: 'REPORT', body });
};
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

const spaces = (count: number, name = 'p') => times(count, (index) => ` xmlns:${name}${index}="u"`).join('');
const MULTIPLYING: [what: string, body: string, status: number][] = [
  ['thousands on one element', `<a xmlns="DAV:"${spaces(2500)}>${'<b/>'.repeat(4000)}</a>`, 400],
  ['some on each of elements in elements', `<a xmlns="DAV:">${times(18, (level) => `<b${spaces(40, `p${level}-`)}>`).join('')}</a>`, 400],
  ['one on each element', `<a xmlns="DAV:"${spaces(40)}>${times(1900, (index) => `<b xmlns:q${index}="u"/>`).join('')}</a>`, 207],
  ['other attributes', `<a xmlns="DAV:"${times(5000, (index) => ` p${index}="u"`).join('')}/>`, 400],
  ['a long name', `<propfind xmlns="DAV:"><prop><${'x'.repeat(50_000)}/></prop></propfind>`, 400],
  ['a long namespace', `<propfind xmlns="DAV:"><prop><x xmlns="${'u'.repeat(50_000)}"/></prop></propfind>`, 400],
];

test.each(MULTIPLYING)('namespaces without measure (%s) cost far less than a second', async (_what, body, expected) => {
  const before = process.cpuUsage();
  const { status, text } = await ask(ALL, { method: 'PROPFIND', headers: { depth: '0' }, body });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(0.5);
  expect([status, text.length < 2000]).toEqual([expected, true]);
});

test('a body that took half a minute is refused at once, also where longer ones are allowed', async () => {
  const body = `<a xmlns="DAV:"${spaces(5000)}>${'<b/>'.repeat(10_000)}</a>`;
  const before = process.cpuUsage();
  expect((await ask(ALL, { method: 'REPORT', body })).status).toBe(400);
  expect((await ask(ALL, { method: 'PROPFIND', headers: { depth: '0' }, body })).status).toBe(413);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(0.5);
});

test('a property named a thousand times is answered once', async () => {
  const [once, often] = [await propfind('<getetag/><x/>'), await propfind('<getetag/><x/>'.repeat(900))];
  expect(often).toMatchObject({ status: 207, text: once.text });
});

test('at most fifty properties are asked at once, of five thousand characters together', async () => {
  expect((await propfind(times(50, (index) => `<x${index}/>`).join(''))).status).toBe(207);
  expect((await propfind(times(51, (index) => `<x${index}/>`).join(''))).status).toBe(400);
  expect((await propfind(times(50, (index) => `<x${index} xmlns="${'u'.repeat(190)}"/>`).join(''))).status).toBe(400);
});

test('entries are given by reports alone: of a listing they are no property', async () => {
  const { status, text } = await propfind('<c:calendar-data/>');
  expect([status, text.match(/BEGIN:VEVENT/g)]).toEqual([207, null]);
  expect(text.match(/<d:prop><c:calendar-data\/><\/d:prop><d:status>HTTP\/1.1 404/g)).toHaveLength(MEETINGS + 1);
  const query = `<c:calendar-query ${SPACES}><prop><c:calendar-data/></prop><c:filter><c:comp-filter name="VCALENDAR"/></c:filter></c:calendar-query>`;
  expect((await ask(ALL, { method: 'REPORT', body: query })).text.match(/BEGIN:VEVENT/g)).toHaveLength(MEETINGS);
});

test('an entry named a thousand times is given once, and a thousand entries at most', async () => {
  const [, href = ''] = /<d:href>([^<]+\.ics)</.exec((await propfind('<getetag/>')).text) ?? [];
  const often = times(1200, (index) => (index % 2 ? href : `https://tertulia.example${href}`));
  expect((await multiget(often, '<c:calendar-data/>')).text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  const many = (count: number) => multiget(times(count, (index) => `${ALL}meeting-${index}.ics`));
  expect((await many(1000)).text.match(/404 Not Found/g)).toHaveLength(1000);
  expect(await many(1001)).toMatchObject({ status: 403, text: expect.stringContaining('<d:number-of-matches-within-limits/>') });
});

test('what is given back is well-formed, whatever was asked', async () => {
  for (const name of ['a<b', 'a"b', 'a&b', '1a', 'a:b:c', ':a', 'a:', '-a']) {
    expect([name, (await propfind(`<${name}/>`, '0')).status]).toEqual([name, 400]);
  }
  expect((await propfind('<x xmlns="u&#1;"/>', '0')).status).toBe(400);
  expect((await propfind('<x xmlns=""/><y xmlns="constructor"/>', '0')).text).toContain('<x/><x:y xmlns:x="constructor"/>');
  expect((await multiget(['http://[&#1;'])).status).toBe(400);
});

test('a long answer is written as it is read, and others have their turn in between', async () => {
  let written = 0;
  let turns = 0;
  let over = false;
  const takeTurns = () => {
    turns += 1;
    if (!over) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  const answer = inTurns(times(1000, String), () => {
    written += 1;
    return 'x';
  });
  expect([(await answer.next()).value?.length, written]).toEqual([50, 50]);
  let rest = '';
  for await (const part of answer) rest += part;
  over = true;
  expect(rest).toHaveLength(950);
  expect(turns).toBeGreaterThanOrEqual(19);
});

test('whoever leaves in the middle of an answer is let go, without a fault', async () => {
  const left = new AbortController();
  const body = `<propfind ${SPACES}><prop>${times(50, (index) => `<x${index}/>`).join('')}</prop></propfind>`;
  const answer = await fetch(ask.origin() + ALL, { method: 'PROPFIND', headers: { depth: '1' }, body, signal: left.signal });
  left.abort();
  await expect(answer.text()).rejects.toThrow('aborted');
  expect((await propfind('<getetag/>')).status).toBe(207);
});
