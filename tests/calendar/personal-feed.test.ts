import { beforeAll, expect, test } from 'vitest';
import { mint, type SelfScope } from '#app/model/scope.ts';
import { listPersonalFeeds } from '#db/calendar/read-personal-feeds.ts';
import { createPersonalFeed, type FeedWish } from '#server/calendar/create-personal-feed.ts';
import { revokePersonalFeed } from '#server/calendar/revoke-personal-feed.ts';
import { rotatePersonalFeed } from '#server/calendar/rotate-personal-feed.ts';
import { createLogger } from '#server/logger.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';
import { faultsOf } from './strict-lines.ts';
import { readBoth } from './two-readers.ts';

const database = useDatabase();
const services = useServices(database);
const logged: string[] = [];
const ask = useFeedServer(() => ({ ...services, log: createLogger('debug', (line) => void logged.push(line)) }));
const self = {} as { paula: SelfScope; karim: SelfScope };
const ids = {} as { group: string };

const selfOf = (personId: string) => mint<SelfScope>({ personId });
const pathOf = (address: string) => new URL(address).pathname;

const PLAIN = { name: '', holds: 'groups', alarmMinutes: null } as const;

async function create(scope: SelfScope, name = 'téléphone', wish: Partial<FeedWish> = {}): Promise<string> {
  const result = await createPersonalFeed(services, scope, { ...PLAIN, id: crypto.randomUUID(), name, ...wish });
  if (!result.ok) throw new Error(result.reason);
  return pathOf(result.address);
}

beforeAll(async () => {
  const { db } = database;
  const mine = await makeGroup(db, { slug: 'groupe-haiti' });
  const other = await makeGroup(db, { slug: 'ailleurs' });
  const paula = await makePerson(db);
  const karim = await makePerson(db);
  await makeMembership(db, { groupId: mine.id, personId: paula.id });
  const link = { onlineUrl: 'https://visio.example/salle' };
  await makeMeeting(db, { groupId: mine.id, title: 'De mon groupe', visibility: 'members', ...link });
  const invited = await makeMeeting(db, { groupId: other.id, title: 'Sur invitation', visibility: 'members', ...link });
  await makeMeeting(db, { groupId: other.id, title: 'Des autres' });
  await makeMeeting(db, { groupId: mine.id, title: 'Brouillon', status: 'draft' });
  await makeAttendance(db, { meetingId: invited.id, personId: paula.id, answer: 'declined' });
  Object.assign(self, { paula: selfOf(paula.id), karim: selfOf(karim.id) });
  ids.group = mine.id;
});

test('a personal feed holds one’s groups and invitations, with the links of the latter only', async () => {
  const path = await create(self.paula);
  const { status, headers, text } = await ask(path);
  expect(status).toBe(200);
  expect(faultsOf(text)).toEqual([]);
  expect(text).toContain('De mon groupe');
  expect(text).toContain('Sur invitation');
  expect(text).not.toMatch(/Des autres|Brouillon|ATTENDEE|VALARM|SOURCE/);
  expect(text.match(/CONFERENCE/g)).toHaveLength(1);
  // declined: shown, but the hour is free
  expect(text.slice(text.indexOf('Sur invitation'))).toContain('TRANSP:TRANSPARENT');
  expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect((await ask(path, { headers: { 'if-none-match': String(headers.etag) } })).status).toBe(304);
});

test('the secret is told once, kept as a hash, and is not in the feed', async () => {
  const path = await create(self.paula, 'bureau');
  const secret = path.slice('/feeds/me/'.length, -'.ics'.length);
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect((await ask(path)).text).not.toContain(secret);
  const stored = JSON.stringify(await database.db.selectFrom('personalFeeds').selectAll().execute());
  const audited = JSON.stringify(await database.db.selectFrom('auditEntries').selectAll().execute());
  expect(stored + audited + logged).not.toContain(secret);
  expect(logged.join()).toContain('/me/…');
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
});

test('wrong, cut, revoked and deleted owners’ addresses answer the same 404', async () => {
  const path = await create(self.paula, 'perdu');
  const revoked = (await listPersonalFeeds(database.db, self.paula, 20)).find(({ name }) => name === 'perdu');
  expect(await revokePersonalFeed(services, self.karim, revoked?.id ?? '')).toEqual({ ok: false });
  expect((await ask(path)).status).toBe(200);
  expect(await revokePersonalFeed(services, self.paula, revoked?.id ?? '')).toEqual({ ok: true });
  const leaver = await makePerson(database.db);
  const left = await create(selfOf(leaver.id));
  await database.db.deleteFrom('people').where('id', '=', leaver.id).execute();
  const answers = await Promise.all(
    [path, left, `/feeds/me/${'A'.repeat(43)}.ics`, '/feeds/me/x.ics', '/feeds/me/.ics'].map((address) => ask(address)),
  );
  for (const { status, text, headers } of answers) {
    expect([status, text]).toEqual([404, answers[0]?.text]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  }
});

test('who leaves a group loses its meetings at the next poll', async () => {
  const path = await create(self.paula, 'tablette');
  const before = await ask(path);
  await database.db.deleteFrom('memberships').where('personId', '=', self.paula.personId).execute();
  const after = await ask(path, { headers: { 'if-none-match': String(before.headers.etag) } });
  expect(after.status).toBe(200);
  expect(after.text).not.toContain('De mon groupe');
  expect(after.text).toContain('Sur invitation');
});

test('who may see every link sees it at the next poll, and no longer than they may', async () => {
  const boss = await makePerson(database.db, { networkOrganiser: true });
  await makeMembership(database.db, { groupId: ids.group, personId: boss.id });
  const path = await create(selfOf(boss.id), 'bureau');
  expect((await ask(path)).text).toContain('CONFERENCE');
  await database.db.updateTable('people').set({ networkOrganiser: false }).where('id', '=', boss.id).execute();
  expect((await ask(path)).text).not.toContain('CONFERENCE');
});

test('two feeds of one person are two addresses; the last use of each is told', async () => {
  const path = await create(self.karim, 'un');
  await create(self.karim, 'deux');
  services.clock.advance({ hours: 2 });
  await ask(path);
  const feeds = await listPersonalFeeds(database.db, self.karim, 20);
  expect(feeds.map(({ name, lastUsedAt }) => [name, lastUsedAt === null])).toEqual(
    expect.arrayContaining([
      ['un', false],
      ['deux', true],
    ]),
  );
});

test('a second press makes no second address, and there is an end to them', async () => {
  const someone = selfOf((await makePerson(database.db)).id);
  const id = crypto.randomUUID();
  const both = await Promise.all([1, 2].map(() => createPersonalFeed(services, someone, { ...PLAIN, id, name: 'double' })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: 'created-before' });
  expect(await createPersonalFeed(services, someone, { ...PLAIN, id: crypto.randomUUID(), name: 'x'.repeat(101) })).toEqual({
    ok: false,
    reason: 'name-too-long',
  });
  const many = await Promise.all(
    Array.from({ length: 25 }, () => createPersonalFeed(services, someone, { ...PLAIN, id: crypto.randomUUID() })),
  );
  expect(many.filter(({ ok }) => ok)).toHaveLength(19);
});

test('a lost address is changed for another in one step; the old one is unknown from then on', async () => {
  const path = await create(self.karim, 'à changer');
  const feed = (await listPersonalFeeds(database.db, self.karim, 20)).find(({ name }) => name === 'à changer');
  expect(await rotatePersonalFeed(services, self.paula, feed?.id ?? '')).toEqual({ ok: false, reason: 'unknown' });
  expect((await ask(path)).status).toBe(200);
  const rotated = await rotatePersonalFeed(services, self.karim, feed?.id ?? '');
  if (!rotated.ok) throw new Error(rotated.reason);
  expect((await ask(path)).status).toBe(404);
  expect((await ask(pathOf(rotated.address))).status).toBe(200);
  const stored = JSON.stringify(await database.db.selectFrom('personalFeeds').selectAll().execute());
  expect(stored).not.toContain(pathOf(rotated.address).slice('/feeds/me/'.length, -'.ics'.length));
});

test('« my programme » holds what one said yes to, « on the list » what one is invited to, whatever one answered', async () => {
  const someone = await makePerson(database.db);
  await makeMembership(database.db, { groupId: ids.group, personId: someone.id });
  for (const answer of ['in_person', 'remote', 'declined', 'none'] as const) {
    const { id } = await makeMeeting(database.db, { groupId: ids.group, title: `Réponse ${answer}` });
    await makeAttendance(database.db, { meetingId: id, personId: someone.id, answer });
  }
  const titles = async (holds: FeedWish['holds']) => {
    const { text } = await ask(await create(selfOf(someone.id), '', { holds }));
    return [...readBoth(text).values()].map(({ summary }) => summary).toSorted();
  };
  expect(await titles('accepted')).toEqual(['Réponse in_person', 'Réponse remote']);
  expect(await titles('invited')).toEqual(['Réponse declined', 'Réponse in_person', 'Réponse none', 'Réponse remote']);
  expect(await titles('groups')).toContain('De mon groupe');
});

test('calendars ring only where their owner asked for it, and not for what is cancelled, declined or a whole day', async () => {
  const someone = await makePerson(database.db);
  const group = await makeGroup(database.db);
  await makeMembership(database.db, { groupId: group.id, personId: someone.id });
  await makeMeeting(database.db, { groupId: group.id, title: 'Sonne, deux fois; non' });
  await makeMeeting(database.db, { groupId: group.id, title: 'Annulée', status: 'cancelled' });
  await makeMeeting(database.db, {
    groupId: group.id,
    title: 'Journée',
    edtf: '2022-06-21',
    during: '[2022-06-20T22:00Z,2022-06-21T22:00Z)',
  });
  const refused = await makeMeeting(database.db, { groupId: group.id, title: 'Refusée' });
  await makeAttendance(database.db, { meetingId: refused.id, personId: someone.id, answer: 'declined' });
  const { text } = await ask(await create(selfOf(someone.id), 'réveil', { alarmMinutes: 60 }));
  readBoth(text);
  const alarms = text.match(/BEGIN:VALARM.*?END:VALARM/gs) ?? [];
  expect(alarms).toHaveLength(1);
  expect(alarms[0]).toContain('TRIGGER:-PT60M\r\nDESCRIPTION:Sonne\\, deux fois\\; non');
  expect((await ask(await create(selfOf(someone.id)))).text).not.toContain('VALARM');
  expect((await ask('/feeds/all.ics')).text).not.toContain('VALARM');
});
