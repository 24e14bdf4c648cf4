import { beforeAll, expect, test } from 'vitest';
import { mint, type SelfScope } from '#app/model/scope.ts';
import { listPersonalFeeds } from '#db/calendar/read-personal-feeds.ts';
import { createPersonalFeed } from '#server/calendar/create-personal-feed.ts';
import { revokePersonalFeed } from '#server/calendar/revoke-personal-feed.ts';
import { createLogger } from '#server/logger.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';

const database = useDatabase();
const services = useServices(database);
const logged: string[] = [];
const ask = useFeedServer(() => ({ ...services, log: createLogger('debug', (line) => void logged.push(line)) }));
const ALL = '/dav/public/all/';
const XML = { 'content-type': 'application/xml' };
let self: SelfScope;
let password = '';

beforeAll(async () => {
  const { db } = database;
  const group = await makeGroup(db, { slug: 'dalc' });
  await makeGroup(db, { slug: 'caches', visibility: 'members' });
  await makeMeeting(db, { groupId: group.id });
  await makeMeeting(db, { groupId: group.id, title: 'Brouillon', status: 'draft' });
  self = mint<SelfScope>({ personId: (await makePerson(db)).id });
  const created = await createPersonalFeed(services, self, { id: crypto.randomUUID(), name: '', holds: 'groups', alarmMinutes: null });
  password = created.ok ? created.address.slice(-47, -4) : '';
});

const basic = (secret: string) => ({ authorization: `Basic ${Buffer.from(`paula:${secret}`).toString('base64')}` });
const propfind = (path: string, { depth = '0', body = '', headers = {} } = {}) =>
  ask(path, { method: 'PROPFIND', headers: { ...XML, depth, ...headers }, body });
const report = (body: string, path = ALL) => ask(path, { method: 'REPORT', headers: XML, body });

test('what it speaks is said, and that nothing can be written', async () => {
  const { status, headers } = await ask('/dav/', { method: 'OPTIONS' });
  expect([status, headers.dav, headers.allow]).toEqual([200, '1, 3, calendar-access', 'OPTIONS, GET, HEAD, PROPFIND, REPORT']);
  const refused: [string, number][] = [
    ...(['PUT', 'DELETE'] as const).map((method): [string, number] => [method, 403]),
    ...(['MKCALENDAR', 'MKCOL', 'PROPPATCH', 'MOVE', 'COPY', 'LOCK', 'POST', 'PATCH'] as const).map((method): [string, number] => [
      method,
      405,
    ]),
  ];
  for (const [method, expected] of refused) {
    for (const path of [ALL, `${ALL}meeting-x.ics`, '/dav/public/none/']) {
      const answer = await ask(path, { method });
      expect([method, answer.status, answer.headers.allow]).toEqual([method, expected, headers.allow]);
    }
  }
});

test('wrong, revoked and missing passwords are asked for alike, and never written down', async () => {
  const [feed] = await listPersonalFeeds(database.db, self, 1);
  expect((await propfind('/dav/me/', { headers: basic(password) })).status).toBe(207);
  expect((await listPersonalFeeds(database.db, self, 1))[0]?.lastUsedAt).not.toBeNull();
  await revokePersonalFeed(services, self, feed?.id ?? '');
  const answers = await Promise.all([
    propfind('/dav/me/'),
    ...[password, 'A'.repeat(43), '', 'x'].map((secret) => propfind('/dav/me/', { headers: basic(secret) })),
    propfind('/dav/', { headers: basic(password) }),
    propfind('/dav/me/', { headers: { authorization: 'Bearer x' } }),
  ]);
  for (const { status, text, headers } of answers) {
    expect([status, text]).toEqual([401, answers[0]?.text]);
    expect(headers['www-authenticate']).toContain('Basic realm=');
  }
  expect(logged.join()).not.toContain(password);
  expect(logged.join()).not.toContain(basic(password).authorization);
});

test('a phone that insists on a name and a password reads what is public under the name of the public', async () => {
  const headers = { authorization: `Basic ${Buffer.from('public:anything').toString('base64')}` };
  expect((await propfind(ALL, { headers })).status).toBe(207);
  expect((await propfind('/dav/me/', { headers })).status).toBe(401);
});

test('what is not public, not there or no address is one 404', async () => {
  const paths = ['groups/caches', 'groups/none', 'me', 'me/calendar', 'x/../../me', 'all/x', 'kinds/none'].map(
    (name) => `/dav/public/${name}/`,
  );
  for (const path of [...paths, `${ALL}meeting-none.ics`, '/dav/x/', '/dav/public/all.ics'])
    expect([path, (await propfind(path)).status]).toEqual([path, 404]);
});

test('properties that are not known are said so, in the name that was asked', async () => {
  const body =
    '<propfind xmlns="DAV:" xmlns:z="urn:z&quot;&lt;"><prop><displayname/><z:colour/><getctag xmlns="http://calendarserver.org/ns/"/></prop></propfind>';
  const { status, text } = await propfind(ALL, { body });
  expect(status).toBe(207);
  expect(text).toContain('<d:displayname>Toutes les réunions</d:displayname>');
  expect(text).toMatch(/<x:colour xmlns:x="urn:z&quot;&lt;"\/><\/d:prop><d:status>HTTP\/1.1 404 Not Found/);
  expect((await propfind(ALL, { body: '<propfind xmlns="DAV:"><propname/></propfind>' })).text).toContain('<d:sync-token/>');
});

test('depth is none, one, or refused', async () => {
  expect((await propfind(ALL)).text.match(/<d:response>/g)).toHaveLength(1);
  expect((await propfind(ALL, { depth: '1' })).text.match(/<d:response>/g)).toHaveLength(2);
  for (const depth of ['infinity', '2']) {
    const { status, text } = await propfind(ALL, { depth });
    expect([status, text]).toEqual([403, expect.stringContaining('<d:propfind-finite-depth/>')]);
  }
});

const NESTED = `${'<a xmlns="DAV:">'.repeat(50)}${'</a>'.repeat(50)}`;
const HOSTILE: [what: string, body: string][] = [
  ['entities that grow', '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><propfind xmlns="DAV:"><prop>&y;</prop></propfind>'],
  ['a file of the machine', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><propfind xmlns="DAV:"><prop>&x;</prop></propfind>'],
  ['elements in elements', NESTED],
  ['elements without end', `<propfind xmlns="DAV:"><prop>${'<x/>'.repeat(10_000)}</prop></propfind>`],
  ['a document cut short', '<propfind xmlns="DAV:"><prop>'],
  ['a prefix of nothing', '<d:propfind><d:prop/></d:propfind>'],
  ['no XML', 'DROP TABLE meetings'],
  ['two roots', '<propfind xmlns="DAV:"/><propfind xmlns="DAV:"/>'],
];

test.each(HOSTILE)('%s: refused, and nothing is read or fetched', async (_what, body) => {
  const { status, text } = await propfind(ALL, { body });
  expect(status).toBe(400);
  expect(text).not.toContain('root:');
});

test('a report that is not known, a filter that is not, and a token that nobody gave are named', async () => {
  const query = (filter: string) =>
    `<c:calendar-query xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><getetag/></prop><c:filter><c:comp-filter name="VCALENDAR">${filter}</c:comp-filter></c:filter></c:calendar-query>`;
  expect(await report('<expand-property xmlns="DAV:"/>')).toMatchObject({
    status: 403,
    text: expect.stringContaining('<d:supported-report/>'),
  });
  const unknown = '<c:comp-filter name="VEVENT"><c:prop-filter name="SUMMARY"/></c:comp-filter>';
  expect(await report(query(unknown))).toMatchObject({ status: 403, text: expect.stringContaining('<c:supported-filter/>') });
  expect((await report(query('<c:comp-filter name="VTODO"/>'))).text).not.toContain('<d:response>');
  expect((await report(query('<c:comp-filter name="VEVENT"/>'))).text).toContain('<d:getetag>');
  expect((await report(query('<c:comp-filter name="VEVENT"><c:time-range start="yesterday"/></c:comp-filter>'))).status).toBe(400);
  const sync = (token: string, limit = '') =>
    `<sync-collection xmlns="DAV:"><sync-token>${token}</sync-token>${limit}<prop><getetag/></prop></sync-collection>`;
  expect(await report(sync('urn:x'))).toMatchObject({ status: 403, text: expect.stringContaining('<d:valid-sync-token/>') });
  expect((await report(sync(''))).text).toMatch(/<d:sync-token>urn:x-tertulia:sync:/);
  expect((await report(sync('', '<limit><nresults>0</nresults></limit>'))).status).toBe(507);
  expect(await report('', '/dav/')).toMatchObject({ status: 403 });
});

test('entries that are asked for by name and are not there are told one by one', async () => {
  const listed = await propfind(ALL, { depth: '1' });
  const [, href = ''] = /<d:href>([^<]+\.ics)<\/d:href>/.exec(listed.text) ?? [];
  const body = (hrefs: string[]) =>
    `<c:calendar-multiget xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><c:calendar-data/></prop>${hrefs.map((one) => `<href>${one}</href>`).join('')}</c:calendar-multiget>`;
  const { text } = await report(body([href, `https://tertulia.example${href}`, `${ALL}meeting-none.ics`, '/etc/passwd']));
  // by its path and by its whole address: once
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(text.match(/HTTP\/1.1 404 Not Found/g)).toHaveLength(2);
  // a line of iCalendar ends in CRLF, which XML would take for a line feed
  expect(text).toContain('BEGIN:VEVENT&#13;\n');
});

test.each([
  ['PROPFIND', 64_000],
  ['REPORT', 256_000],
])('a %s of more than %i octets is refused before it is read', async (method, most) => {
  const body = `<propfind xmlns="DAV:">${' '.repeat(most)}</propfind>`;
  const refused = ask(ALL, { method, headers: XML, body });
  const answer = await refused.catch(({ code }) => ({ status: code, headers: { connection: 'close' } }));
  // whoever is still sending may find the connection closed before the answer
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(answer.status);
  expect(answer.headers.connection).toBe('close');
});
