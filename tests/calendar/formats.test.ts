import { DomUtils, parseDocument, parseFeed } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';
import { readBoth } from './two-readers.ts';

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);

beforeAll(async () => {
  const { db } = database;
  const group = await makeGroup(db, { slug: 'dalc', name: 'DALC & <b>Caraïbes</b>' });
  const groupId = group.id;
  const secret = { onlineUrl: 'https://visio.example/secret-room' };
  await makeMeeting(db, {
    groupId,
    title: 'Point <script>',
    placeName: 'Paris',
    changedAt: '2022-05-03T08:00:00.25Z',
    ...secret,
  });
  await makeMeeting(db, {
    ...{ groupId, title: 'À Bogotá', edtf: '2022-06-21T09:00/2022-06-21T10:30', timeZone: 'America/Bogota' },
    ...{ during: '[2022-06-21T14:00Z,2022-06-21T15:30Z)', changedAt: '2022-05-02T08:00:00Z' },
  });
  await makeMeeting(db, {
    ...{ groupId, title: 'Journées', edtf: '2022-06-26/2022-06-28', changedAt: '2022-05-01T08:00:00Z' },
    during: '[2022-06-25T22:00Z,2022-06-28T22:00Z)',
  });
  await makeMeeting(db, { groupId, title: 'Annulée', status: 'cancelled', cancelReason: 'Grève', changedAt: '2022-05-04T08:00:00Z' });
  const september = { edtf: '2022-09', during: '[2022-08-31T22:00Z,2022-09-30T22:00Z)' };
  await makeMeeting(db, { groupId, title: 'En septembre', ...september, changedAt: '2022-04-01T08:00:00Z' });
});

interface Entry {
  '@type': string;
  uid: string;
  title: string;
  start: string;
  timeZone: string | null;
  duration: string;
  showWithoutTime?: true;
  status: string;
  updated: string;
}

/** The instant, or day, at which a JSCalendar entry begins, and where it ends (RFC 8984, 4.7.1 and 5.1). */
function boundsOf({ start, timeZone, duration, showWithoutTime }: Entry): { start: string; end: string } {
  const local = Temporal.PlainDateTime.from(start);
  const end = local.add(duration);
  if (showWithoutTime) return { start: local.toPlainDate().toString(), end: end.toPlainDate().toString() };
  const begins = local.toZonedDateTime(timeZone ?? 'UTC');
  const at = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds).toISOString();
  return { start: at(begins), end: at(begins.add(Temporal.Duration.from(duration))) };
}

test('programs read the same entries as calendars do (JSCalendar, RFC 8984)', async () => {
  const calendar = readBoth((await ask('/feeds/groups/dalc.ics')).text);
  const { status, headers, text } = await ask('/feeds/groups/dalc.json');
  expect([status, headers['content-type']]).toEqual([200, 'application/jscalendar+json;type=group']);
  const group = JSON.parse(text);
  expect(group).toMatchObject({
    '@type': 'Group',
    uid: 'https://tertulia.example/feeds/groups/dalc.json',
    title: 'DALC & <b>Caraïbes</b>',
  });
  const entries = group.entries as Entry[];
  expect(entries).toHaveLength(calendar.size);
  for (const entry of entries) {
    const { uid, title, status: state } = entry;
    expect(calendar.get(uid)).toMatchObject({ summary: title, status: state.toUpperCase(), ...boundsOf(entry) });
    expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(entry['@type']).toBe('Event');
  }
  expect(text).not.toContain('secret');
});

test('news readers get what changed last first, the month alone in words (Atom, RFC 4287)', async () => {
  const { status, headers, text } = await ask('/feeds/groups/dalc.meetings.atom');
  expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const feed = parseFeed(text);
  expect(feed).toMatchObject({ type: 'atom', title: 'DALC & <b>Caraïbes</b>', updated: new Date('2022-05-04T08:00:00Z') });
  expect(feed?.items.map(({ title }) => title)).toEqual([
    'Annulée\u00a0: Annulée',
    // HTML, as the entry says of its type
    'Point &lt;script&gt;',
    'À Bogotá',
    'Journées',
    'En septembre',
  ]);
  const said = feed?.items.map(({ description }) => String(description).replaceAll('\u00a0', ' '));
  expect(said?.[0]).toContain('Grève');
  expect(said?.[2]).toContain('ardi 21 juin 2022');
  expect(said?.[2]).toContain('Bogotá');
  expect(said?.[4]).toContain('eptembre 2022');
  expect(text).not.toMatch(/secret|<script>/);
  const search = await ask('/feeds/all.meetings.atom?kind=webinar&q=eau');
  const xml = parseDocument(search.text, { xmlMode: true });
  const [self] = DomUtils.getElements({ rel: 'self' }, xml, true);
  expect(self && 'attribs' in self && self.attribs.href).toBe('https://tertulia.example/feeds/all.meetings.atom?kind=webinar&q=eau');
});

test.each(['json', 'meetings.atom'])('%s keeps its bytes, says when it has not changed, and is the same for everyone', async (ending) => {
  const first = await ask(`/feeds/all.${ending}`);
  services.clock.advance({ hours: 5 });
  const later = await ask(`/feeds/all.${ending}`, { headers: { cookie: 'session=x', 'accept-language': 'en' } });
  expect(later.body.equals(first.body)).toBe(true);
  expect(later.headers).toMatchObject({
    etag: first.headers.etag,
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=300',
  });
  expect((await ask(`/feeds/all.${ending}`, { headers: { 'if-none-match': String(first.headers.etag) } })).status).toBe(304);
  expect((await ask(`/feeds/all.${ending}`, { method: 'HEAD' })).headers['content-length']).toBe(String(first.body.length));
});

test('every public feed has all three forms; a personal one only that of calendars', async () => {
  for (const name of ['all', 'groups/dalc', 'kinds/session', 'countries/ar']) {
    for (const ending of ['ics', 'json', 'meetings.atom']) expect((await ask(`/feeds/${name}.${ending}`)).status).toBe(200);
  }
  expect((await ask('/feeds/all.json?kind=webinar&q=eau')).status).toBe(200);
  for (const ending of ['json', 'meetings.atom']) expect((await ask(`/feeds/me/${'A'.repeat(43)}.${ending}`)).status).toBe(404);
  // the group's minutes, which stood there first
  expect((await ask('/feeds/groups/dalc.atom')).text).toContain('Comptes-rendus');
});
