import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { unfold } from '#server/calendar/content-line.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type FeedAnswer, useFeedServer } from './feed-server.ts';
import { readBoth } from './two-readers.ts';

// What the notes ask of every public feed, requirement by requirement (their numbers in brackets), on one busy feed of
// people's worst texts; what needs a story of its own stands in the other files of this folder.

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);
const HOSTILE = 'Groupe, « été »; "x"\\ \r\nATTENDEE:mailto:x@y.example\n\u0007\u{1F468}\u200D\u{1F469} BEGIN:VALARM';
const CHANGED = '2022-05-02T09:30:00.654321Z';
let feed: FeedAnswer;
let lines: string[];
const valuesOf = (name: string) =>
  lines.filter((line) => line.split(/[:;]/, 1)[0] === name).map((line) => line.slice(line.indexOf(':') + 1));
const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;

beforeAll(async () => {
  const { db } = database;
  const { id: groupId } = await makeGroup(db, { slug: 'dalc', name: HOSTILE });
  const { id: empty } = await makeGroup(db, { slug: 'vide', name: 'Vide', timeZone: 'America/Guadeloupe' });
  await makeMeeting(db, { groupId: empty, status: 'draft', title: 'Brouillon secret' });
  const online = { onlineUrl: 'https://visio.example/secret' };
  const texts = { title: HOSTILE, summary: HOSTILE, placeName: HOSTILE, placeAddress: HOSTILE, placeAccess: HOSTILE };
  const first = await makeMeeting(db, { groupId, ...texts, ...online, sequence: 4, changedAt: CHANGED, createdAt: '2022-05-01T08:00:00Z' });
  await makeMeeting(db, { groupId, ...online, title: 'À distance', changedAt: CHANGED });
  await makeMeeting(db, {
    groupId,
    title: 'Journée',
    edtf: '2022-06-21',
    during: '[2022-06-20T22:00Z,2022-06-21T22:00Z)',
    changedAt: CHANGED,
  });
  await makeMeeting(db, { groupId, title: 'Supprimée', status: 'cancelled', sequence: 2, changedAt: CHANGED });
  await makeMeeting(db, { groupId, title: 'Entre membres secrète', visibility: 'members' });
  const person = await makePerson(db, { email: 'secret@brumes.example', givenName: 'Paula', familyName: 'Secrete' });
  await makeAttendance(db, { meetingId: first.id, personId: person.id });
  const theme = await db
    .insertInto('themes')
    .values({ slug: 'eau', name: HOSTILE.slice(0, 60) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('meetingThemes').values({ meetingId: first.id, themeId: theme.id }).execute();
});

beforeAll(async () => {
  feed = await ask('/feeds/groups/dalc.ics');
  lines = unfold(feed.text);
});

type Promise_ = [promise: string, keeps: () => void | Promise<void>];

const CONTENT: Promise_[] = [
  [
    '(1, 2, 6, 12) two parsers and a strict reader take every line, whatever people typed',
    () => void expect(readBoth(feed.text).size).toBe(4),
  ],
  [
    '(3) one VERSION, PRODID of ours and CALSCALE, no METHOD',
    () => {
      expect([valuesOf('VERSION'), valuesOf('CALSCALE'), valuesOf('METHOD')]).toEqual([['2.0'], ['GREGORIAN'], []]);
      expect(valuesOf('PRODID')).toEqual(['-//Tertulia//Tertulia//FR']);
    },
  ],
  [
    '(3) the calendar itself has no UID, which makes some clients fold it into one entry',
    () => {
      expect(lines.slice(0, lines.indexOf('BEGIN:VEVENT')).join()).not.toContain('UID');
    },
  ],
  [
    '(4) its name and description are said twice, escaped, for old clients and new',
    () => {
      const [name, description] = [valuesOf('NAME'), valuesOf('X-WR-CALDESC')];
      expect(name).toEqual(valuesOf('X-WR-CALNAME'));
      expect(valuesOf('DESCRIPTION')).toEqual(expect.arrayContaining(description));
      expect(name[0]).toContain('Groupe\\, « été »\\;');
      expect([valuesOf('COLOR'), valuesOf('X-APPLE-CALENDAR-COLOR')]).toEqual([['darkgreen'], ['#0E4A3E']]);
    },
  ],
  [
    '(5) it says to come back in an hour, and where it is from',
    () => {
      expect([...valuesOf('REFRESH-INTERVAL'), ...valuesOf('X-PUBLISHED-TTL')]).toEqual(['PT1H', 'PT1H']);
      expect(valuesOf('SOURCE')).toEqual(['https://tertulia.example/feeds/groups/dalc.ics']);
    },
  ],
  [
    '(7) every UID is the meeting’s own, of one shape',
    () => {
      for (const uid of valuesOf('UID')) expect(uid).toMatch(/^meeting-[0-9a-f-]{36}@tertulia\.example$/);
    },
  ],
  [
    '(8) DTSTAMP and LAST-MODIFIED are the last change, CREATED the first day, and none is now',
    () => {
      expect(new Set([...valuesOf('DTSTAMP'), ...valuesOf('LAST-MODIFIED')])).toEqual(new Set(['20220502T093000Z']));
      expect(valuesOf('CREATED')).toContain('20220501T080000Z');
    },
  ],
  ['(9) SEQUENCE is the one in the database', () => void expect(valuesOf('SEQUENCE').toSorted()).toEqual(['0', '0', '2', '4'])],
  [
    '(10, 11) every entry ends, in UTC or in a zone that is there, or is whole days',
    () => {
      expect(count(/^DTEND/)).toBe(4);
      expect(count(/^DT(START|END);VALUE=DATE:/)).toBe(2);
      expect(count(/^DT(START|END);TZID=Europe\/Paris:/)).toBe(6);
    },
  ],
  [
    '(13) the page of each meeting is a plain address; its themes are categories',
    () => {
      for (const url of valuesOf('URL')) expect(new URL(url).href).toBe(url);
      expect(count(/^CATEGORIES:/)).toBe(1);
    },
  ],
  [
    '(14, 36) that one can take part from afar is said; the link is for those invited',
    () => {
      expect(lines).toContain('LOCATION:En ligne');
      expect(feed.text).not.toMatch(/CONFERENCE|visio\.example/);
    },
  ],
  [
    '(15) a cancelled meeting says so in three ways',
    () => {
      expect(lines).toContain('SUMMARY:Annulée\u00a0: Supprimée');
      expect([count(/^STATUS:CANCELLED$/), count(/^TRANSP:TRANSPARENT$/)]).toEqual([1, 2]);
    },
  ],
  [
    '(16, 36, 37) drafts, members’ meetings, people, addresses, organisers and alarms are not in it',
    () => {
      expect(lines.join('\n')).not.toMatch(/secr[eè]te?|brumes|Paula|Brouillon/i);
      expect(count(/^(ATTENDEE|ORGANIZER|BEGIN:VALARM|CONTACT)/)).toBe(0);
    },
  ],
  [
    '(17) meetings of a series are entries of their own: no rule can be read two ways',
    () => void expect(count(/^(RDATE|EXDATE|RECURRENCE-ID)/)).toBe(0),
  ],
  [
    '(18, 22) an empty feed is a calendar with a zone, Guadeloupe by its own name',
    async () => {
      const { text } = await ask('/feeds/groups/vide.ics');
      expect(readBoth(text).size).toBe(0);
      expect(text).toContain('TZID:America/Guadeloupe');
    },
  ],
  ['(21) each zone that is used is there once, and no other', () => void expect(valuesOf('TZID')).toEqual(['Europe/Paris'])],
];

const HTTP: Promise_[] = [
  [
    '(25, 29, 32) it is 200 without Accept, cookie or redirect, typed and named',
    async () => {
      expect(feed.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' });
      expect(feed.headers['content-disposition']).toContain('filename="dalc.ics"');
      for (const header of ['set-cookie', 'location']) expect(feed.headers[header]).toBeUndefined();
    },
  ],
  [
    '(27) a list of entity tags, weak ones and a comma inside one are all read',
    async () => {
      const etag = String(feed.headers.etag);
      for (const tags of [`"a,b", ${etag}`, `W/"x",W/${etag}`, `"",${etag} ,"z"`])
        expect((await ask('/feeds/groups/dalc.ics', { headers: { 'if-none-match': tags } })).status).toBe(304);
      expect((await ask('/feeds/groups/dalc.ics', { headers: { 'if-none-match': `"a,b" "${etag.slice(1)}` } })).status).toBeLessThan(400);
    },
  ],
  [
    '(29) a hundred requests over a month are the same bytes',
    async () => {
      for (let day = 0; day < 15; day += 1) {
        services.clock.advance({ hours: 24 });
        const answers = await Promise.all(Array.from({ length: 7 }, () => ask('/feeds/groups/dalc.ics')));
        for (const { body } of answers) expect(body.equals(feed.body)).toBe(true);
      }
      services.clock.set('2022-06-01T08:00:00Z');
    },
  ],
  [
    '(30) others may keep it for minutes, and never are they told to forget it',
    () => void expect(feed.headers['cache-control']).toBe('public, max-age=300'),
  ],
  [
    '(31) gzip is another representation of the same bytes',
    async () => {
      const zipped = await ask('/feeds/groups/dalc.ics', { headers: { 'accept-encoding': 'gzip' } });
      expect(gunzipSync(zipped.body).equals(feed.body)).toBe(true);
      expect([zipped.headers.etag === feed.headers.etag, zipped.headers.vary]).toEqual([false, 'Accept-Encoding']);
    },
  ],
  [
    '(33) nothing can be written, and what one may do is said',
    async () => {
      for (const method of ['POST', 'PUT', 'DELETE'])
        expect(await ask('/feeds/all.ics', { method })).toMatchObject({ status: 405, headers: { allow: expect.stringContaining('GET') } });
    },
  ],
  ['(34) other sites’ scripts may read public feeds', () => void expect(feed.headers['access-control-allow-origin']).toBe('*')],
];

test.each([...CONTENT, ...HTTP])('%s', (_promise, keeps) => keeps());

// name, and a local hour just before, over and after each change of its clocks; without changes, both ends of the year
const ZONES: [zone: string, hours: string[]][] = [
  ['Europe/Paris', ['2026-03-28T23:00', '2026-03-29T03:30', '2026-10-24T23:00', '2026-10-25T04:00']],
  ['America/Martinique', ['2026-01-15T10:00', '2026-07-15T10:00', '2026-12-31T23:30']],
  ['America/Guadeloupe', ['2026-01-15T10:00', '2026-07-15T10:00', '2026-03-29T02:30']],
  ['America/Cayenne', ['2026-01-15T10:00', '2026-07-15T10:00', '2026-10-25T02:30']],
  ['America/Bogota', ['2026-01-15T10:00', '2026-07-15T10:00', '2026-11-01T01:30']],
  ['America/Argentina/Buenos_Aires', ['2026-01-15T10:00', '2026-07-15T10:00', '2026-12-31T23:30']],
  ['America/Port-au-Prince', ['2026-03-07T23:30', '2026-03-08T03:30', '2026-10-31T23:30', '2026-11-01T02:30']],
  ['America/Santiago', ['2026-04-04T22:00', '2026-04-05T01:00', '2026-09-05T22:00', '2026-09-06T01:30']],
  ['America/Mexico_City', ['2026-04-05T02:30', '2026-07-15T10:00', '2026-10-25T01:30']],
  ['America/Sao_Paulo', ['2026-01-15T10:00', '2026-07-15T10:00', '2026-11-01T00:30']],
  ['America/Caracas', ['2026-01-15T10:00', '2026-07-15T10:00']],
  ['Pacific/Noumea', ['2026-01-15T10:00', '2026-12-31T23:30']],
];

test.each(ZONES)('(21-24) %s: both parsers put every hour around its changes of clocks where it is', async (zone, hours) => {
  const { id: groupId } = await makeGroup(database.db, { slug: `zone-${zone.toLowerCase().replaceAll(/[^a-z]+/g, '-')}` });
  services.clock.set('2026-01-01T00:00:00Z');
  const expected = new Map<string, string>();
  for (const start of hours) {
    const from = Temporal.PlainDateTime.from(start).toZonedDateTime(zone);
    const end = from.toPlainDateTime().add({ hours: 5 });
    const to = end.toZonedDateTime(zone);
    const { id } = await makeMeeting(database.db, {
      ...{ groupId, timeZone: zone, edtf: `${start}/${end.toString({ smallestUnit: 'minute' })}` },
      during: `[${from.toInstant()},${to.toInstant()})`,
    });
    expected.set(`meeting-${id}@tertulia.example`, [from, to].map((at) => new Date(at.epochMilliseconds).toISOString()).join(' '));
  }
  const { text } = await ask(`/feeds/groups/zone-${zone.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.ics`);
  const read = [...readBoth(text)].map(([uid, { start, end }]) => [uid, `${start} ${end}`] as const);
  expect(new Map(read)).toEqual(expected);
  services.clock.set('2022-06-01T08:00:00Z');
});

test('(35) ten thousand meetings come whole, while others are answered in between', async () => {
  const { id: groupId } = await makeGroup(database.db, { slug: 'immense' });
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    ...{ groupId, slug: `immense-${index}`, kind: 'other' as const, title: `Réunion n° ${index}`, status: 'scheduled' as const },
    ...{ edtf: '2022-06-20T16:30/2022-06-20T18:00', timeZone: 'Europe/Paris', during: '[2022-06-20T14:30:00Z,2022-06-20T16:00:00Z)' },
  }));
  for (let from = 0; from < rows.length; from += 2000)
    await database.db
      .insertInto('meetings')
      .values(rows.slice(from, from + 2000))
      .execute();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const whole = ask('/feeds/groups/immense.ics');
  let between = 0;
  let done = false;
  void whole.finally(() => {
    done = true;
  });
  while (!done) {
    await ask('/healthz');
    between += 1;
  }
  delay.disable();
  const { text } = await whole;
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(10_000);
  expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(10_000);
  // generous, for a machine that does other things: written in one go it would be one stop of seconds and one answer
  expect(between).toBeGreaterThan(10);
  expect(delay.percentile(50) / 1e6).toBeLessThan(200);
});
