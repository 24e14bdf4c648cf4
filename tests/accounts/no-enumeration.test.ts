import { expect, test } from 'vitest';
import { requestSignIn } from '#server/accounts/request-sign-in.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

const ask = (email: string, ip = '192.0.2.1') => requestSignIn(services, { email, to: null, ip, language: 'fr' });

test('whoever asks for a link learns nothing: a known and an unknown address get the same answer from the same work', async () => {
  const person = await makePerson(database.db);
  const before = await database.db.selectFrom('outboxMails').select('id').execute();
  expect(await ask(person.email)).toEqual({ ok: true, email: person.email });
  expect(await ask('nobody@nowhere.example')).toEqual({ ok: true, email: 'nobody@nowhere.example' });
  const after = await database.db.selectFrom('outboxMails').select(['template', 'personId', 'payload', 'state']).execute();
  const [known, unknown] = after.slice(before.length);
  expect(known).toEqual(unknown);
});

test('nobody gets a mail at an address that the network does not know', async () => {
  await ask('stranger@nowhere.example');
  expect(await services.mailbox.unread()).not.toContain('stranger@nowhere.example');
  const row = await database.db
    .selectFrom('outboxMails')
    .select('state')
    .where('toAddress', '=', 'stranger@nowhere.example')
    .executeTakeFirst();
  expect(row?.state).toBe('withdrawn');
});

test('an address can be asked for five times in a quarter of an hour, known or not; then it works again', async () => {
  const person = await makePerson(database.db);
  for (const email of [person.email, 'unknown@nowhere.example']) {
    services.clock.advance({ minutes: 15 });
    const answers = [];
    for (let time = 0; time < 7; time++) answers.push((await ask(email, `198.51.100.${time}`)).ok);
    expect(answers).toEqual([true, true, true, true, true, false, false]);
    services.clock.advance({ minutes: 15 });
    expect((await ask(email)).ok).toBe(true);
  }
});

test('simultaneous requests are all counted', async () => {
  services.clock.advance({ minutes: 15 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('crowd@nowhere.example', '203.0.113.9')));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
});

test('one place on the network cannot ask for more than fifty addresses in a quarter of an hour', async () => {
  services.clock.advance({ minutes: 15 });
  const answers = [];
  for (let time = 0; time < 52; time++) answers.push(await ask(`person${time}@nowhere.example`, '203.0.113.7'));
  expect(answers.filter((answer) => !answer.ok)).toHaveLength(2);
});

test('the counters hold no address in clear', async () => {
  const rows = await database.db.selectFrom('rateLimits').select('key').execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/example|203\.0/);
});

test.each([
  ['without an at sign', 'karim'],
  ['with a line break in it', 'a@b.example\nBcc: all@b.example'],
  ['with two recipients', 'a@b.example, c@d.example'],
  ['of 10,000 characters', `${'a'.repeat(10_000)}@b.example`],
  ['with a script', '<script>@b.example'],
  ['that is empty', ''],
])('an address %s is refused', async (_which, email) => {
  expect(await ask(email)).toEqual({ ok: false, reason: 'invalid_email' });
});
