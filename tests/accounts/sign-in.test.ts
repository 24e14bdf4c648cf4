import { expect, test } from 'vitest';
import { requestSignIn } from '#server/accounts/request-sign-in.ts';
import { findSession } from '#server/accounts/sessions.ts';
import { readSignInLink, signIn } from '#server/accounts/sign-in.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const ask = (email: string, to: string | null = null) =>
  requestSignIn(services, { email, to, ip: `10.0.0.${email.length}`, language: 'fr' });

async function linkFor(email: string, to: string | null = null): Promise<URL> {
  expect(await ask(email, to)).toEqual({ ok: true, email: email.toLowerCase() });
  const mail = await services.mailbox.next(email.toLowerCase());
  return new URL(mail.links[0] ?? '');
}

const tokenOf = (link: URL) => link.pathname.split('/').at(-1) ?? '';

async function sessionOf(secret: string) {
  return findSession(services, `__Host-session=${secret}`);
}

test('a person asks for a link, opens it, presses the button, and is signed in', async () => {
  const person = await makePerson(database.db, { givenName: 'Inès' });
  const token = tokenOf(await linkFor(person.email));
  expect(await readSignInLink(services, token)).toEqual({ state: 'valid', givenName: 'Inès', familyName: person.familyName });
  const result = await signIn(services, { token, userAgent });
  expect(result.ok && (await sessionOf(result.secret))?.viewer.personId).toBe(person.id);
});

test('an address is recognised however it is typed', async () => {
  const person = await makePerson(database.db, { email: 'paula@montevideo.example' });
  expect(await ask('  Paula@Montevideo.EXAMPLE ')).toEqual({ ok: true, email: person.email });
  expect((await services.mailbox.next(person.email)).subject).toBe('Votre lien de connexion');
});

test('a mail scanner that opens the link, even ten times, uses nothing', async () => {
  const person = await makePerson(database.db);
  const token = tokenOf(await linkFor(person.email));
  for (let time = 0; time < 10; time++) await readSignInLink(services, token);
  expect((await signIn(services, { token, userAgent })).ok).toBe(true);
});

test('a link signs in once; afterwards it says that it has been used', async () => {
  const person = await makePerson(database.db);
  const token = tokenOf(await linkFor(person.email));
  await signIn(services, { token, userAgent });
  expect(await signIn(services, { token, userAgent })).toEqual({ ok: false, reason: 'used' });
  expect(await readSignInLink(services, token)).toEqual({ state: 'used' });
});

test('whoever opens their used link again while signed in is simply let through; nobody else is', async () => {
  const [person, other] = [await makePerson(database.db), await makePerson(database.db)];
  const token = tokenOf(await linkFor(person.email));
  await signIn(services, { token, userAgent });
  expect(await readSignInLink(services, token, viewerOf(person))).toEqual({ state: 'signed_in' });
  expect(await readSignInLink(services, token, viewerOf(other))).toEqual({ state: 'used' });
});

test('of twenty simultaneous uses of one link exactly one opens a session', async () => {
  const person = await makePerson(database.db);
  const token = tokenOf(await linkFor(person.email));
  const results = await Promise.all(Array.from({ length: 20 }, () => signIn(services, { token, userAgent })));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const rows = await database.db.selectFrom('sessions').select('id').where('personId', '=', person.id).execute();
  expect(rows).toHaveLength(1);
});

test('a link is good for 20 minutes from the moment its mail leaves, not one second more', async () => {
  const person = await makePerson(database.db);
  const token = tokenOf(await linkFor(person.email));
  services.clock.advance({ minutes: 19, seconds: 59 });
  expect((await readSignInLink(services, token)).state).toBe('valid');
  services.clock.advance({ seconds: 1 });
  expect(await readSignInLink(services, token)).toEqual({ state: 'expired' });
  expect(await signIn(services, { token, userAgent })).toEqual({ ok: false, reason: 'expired' });
});

test('a forged, cut or foreign link opens nothing and is told like one that never was', async () => {
  const person = await makePerson(database.db);
  const token = tokenOf(await linkFor(person.email));
  for (const forged of ['', 'x', token.slice(0, -1), `${token}A`, 'A'.repeat(43), "' or 1=1 --", '\0', 'é'.repeat(43)]) {
    expect(await readSignInLink(services, forged)).toEqual({ state: 'unknown' });
    expect(await signIn(services, { token: forged, userAgent })).toEqual({ ok: false, reason: 'unknown' });
  }
});

test('a link for an answer does not sign in', async () => {
  const { mintLink } = await import('#server/accounts/link-tokens.ts');
  const person = await makePerson(database.db);
  const token = await mintLink(services, { purpose: 'answer', personId: person.id, validFor: { days: 90 } });
  expect(await signIn(services, { token, userAgent })).toEqual({ ok: false, reason: 'unknown' });
});

test('neither the database nor the outbox holds a secret that would sign anybody in', async () => {
  const person = await makePerson(database.db);
  const token = tokenOf(await linkFor(person.email));
  const result = await signIn(services, { token, userAgent });
  const tables = await Promise.all([
    database.db.selectFrom('linkTokens').selectAll().execute(),
    database.db.selectFrom('sessions').selectAll().execute(),
    database.db.selectFrom('outboxMails').selectAll().execute(),
    database.db.selectFrom('auditEntries').selectAll().execute(),
  ]);
  const stored = JSON.stringify(tables, (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64url') : value,
  );
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(result.ok ? result.secret : 'not signed in');
});

test('the page that the person was going to comes with the link, but never another site', async () => {
  const person = await makePerson(database.db);
  expect((await linkFor(person.email, '/meetings/2022-06-20-point?x=1')).searchParams.get('to')).toBe('/meetings/2022-06-20-point?x=1');
  for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)']) {
    services.clock.advance({ minutes: 15 });
    expect((await linkFor(person.email, elsewhere)).searchParams.get('to')).toBeNull();
  }
});
