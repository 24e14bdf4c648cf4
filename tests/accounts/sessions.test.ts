import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { listSessions } from '#db/accounts/read.ts';
import { enterSelf } from '#server/accounts/access.ts';
import { endSession, endSessions } from '#server/accounts/end-sessions.ts';
import { readSessionCookie, sessionCookie } from '#server/accounts/session-cookie.ts';
import { findSession, openSession } from '#server/accounts/sessions.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

const open = (personId: string, userAgent = 'Firefox') =>
  database.db.transaction().execute((trx) => openSession(trx, services, { personId, userAgent }));
const find = (secret: string) => findSession(services, `theme=dark; __Host-session=${secret}; other=1`);

test('a session lasts 30 days from its last use', async () => {
  const secret = await open((await makePerson(database.db)).id);
  services.clock.advance({ days: 29 });
  expect(await find(secret)).not.toBeNull();
  services.clock.advance({ days: 29 });
  expect(await find(secret)).not.toBeNull();
  services.clock.advance({ days: 30, minutes: 1 });
  expect(await find(secret)).toBeNull();
});

test('an ended session is over at once, and the open pages of that person are told', async () => {
  const person = await makePerson(database.db);
  const secret = await open(person.id);
  const session = await find(secret);
  await endSession(services, session?.id ?? '');
  expect(await find(secret)).toBeNull();
  expect(services.accessChanges.at(-1)).toEqual({ personId: person.id });
});

test('nobody ends a session of somebody else', async () => {
  const [one, other] = [await makePerson(database.db), await makePerson(database.db)];
  const secret = await open(other.id);
  const session = await find(secret);
  await endSessions(services, one.id, { only: session?.id ?? '' });
  expect(await find(secret)).not.toBeNull();
});

test('all other devices are signed out in one go, this one stays', async () => {
  const person = await makePerson(database.db);
  const secrets = [await open(person.id), await open(person.id), await open(person.id)];
  const here = await find(secrets[0] ?? '');
  await endSessions(services, person.id, { except: here?.id ?? '' });
  const left = await Promise.all(secrets.map(find));
  expect(left.map((session) => session !== null)).toEqual([true, false, false]);
});

test('a person sees where they are signed in, and nobody else’s devices', async () => {
  const [one, other] = [await makePerson(database.db), await makePerson(database.db)];
  await open(one.id, 'Firefox on a desk');
  await open(other.id, 'Chrome elsewhere');
  const listed = await listSessions(database.db, enterSelf(viewerOf(one), '/account'), services.clock.now().toString());
  expect(listed.map((session) => session.userAgent)).toEqual(['Firefox on a desk']);
});

test('a session that an attacker made up, or planted before the sign-in, is nobody’s', async () => {
  const planted = 'A'.repeat(43);
  expect(await find(planted)).toBeNull();
  expect(await open((await makePerson(database.db)).id)).not.toBe(planted);
  expect(await find(planted)).toBeNull();
});

test('whoever can write into the database still cannot make a session, and a new SESSION_SECRET signs everybody out', async () => {
  const secret = await open((await makePerson(database.db)).id);
  const person = await makePerson(database.db);
  const forged = 'B'.repeat(43);
  const tokenHash = createHash('sha256').update(forged).digest();
  await database.db.insertInto('sessions').values({ tokenHash, personId: person.id, expiresAt: '2100-01-01T00:00:00Z' }).execute();
  expect(await find(forged)).toBeNull();
  const rotated = { ...services, env: { ...services.env, sessionSecret: 'another secret of 32 characters…' } };
  expect(await find(secret)).not.toBeNull();
  expect(await findSession(rotated, `__Host-session=${secret}`)).toBeNull();
});

test('a removed person is signed out', async () => {
  const person = await makePerson(database.db);
  const secret = await open(person.id);
  await database.db.deleteFrom('people').where('id', '=', person.id).execute();
  expect(await find(secret)).toBeNull();
});

test('a hostile User-Agent is kept as one short line', async () => {
  const person = await makePerson(database.db);
  await open(person.id, `evil\r\nSet-Cookie: x=1 \u202E${'x'.repeat(10_000)}`);
  const [listed] = await listSessions(database.db, enterSelf(viewerOf(person), '/account'), services.clock.now().toString());
  expect(listed?.userAgent).toMatch(/^evil Set-Cookie: x=1 x{200,}$/);
  expect(listed?.userAgent.length).toBeLessThanOrEqual(300);
});

test('the cookie cannot be read by scripts, sent by other sites’ forms or set by a neighbouring host', () => {
  const secure = sessionCookie(services.env, 's');
  expect(secure).toMatch(/^__Host-session=s; .*Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  expect(secure).not.toContain('Domain');
  const plain = { ...services.env, appUrl: 'http://localhost:3000' };
  expect(sessionCookie(plain, 's')).toMatch(/^session=s; .*HttpOnly; SameSite=Lax$/);
  expect(readSessionCookie(services.env, 'session=s')).toBeNull();
  expect(readSessionCookie(services.env, undefined)).toBeNull();
});
