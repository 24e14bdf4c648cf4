import { expect, test } from 'vitest';
import { readMailbox } from '#server/inbox/read-mailbox.ts';
import { receiveMail } from '#server/inbox/receive-mail.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { useImapServer } from './imap-server.ts';

const database = useDatabase();
const services = useServices(database);
const imap = useImapServer();
const by = { door: 'push', authservId: null } as const;
const quiet = { ...services.log, error: () => {} };

const headers = (type: string) =>
  `From: =?utf-8?Q?Zo=C3=A9?= <zoe@evil.example>\r\nSubject: ${type} ${crypto.randomUUID()}\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;
const line = `${'x'.repeat(70)}\r\n`;
const attachment = 'Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.log\r\n\r\n';

/** The longest time, in milliseconds, that a timer of this process waited beyond its own while something went on. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  await work();
  clearInterval(timer);
  return Math.max(longest, performance.now() - last);
}

const keptOf = (subject: RegExp) =>
  database.db
    .selectFrom('inboxMails')
    .select(['subject', 'outcome', 'fromAddress', 'fromName', 'kind'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
    .then((row) => {
      expect(row.subject).toMatch(subject);
      return row;
    });

test.each([
  ['a page of blank lines without end', () => `${headers('text/html')}\r\n${'\n '.repeat(500_000)}x`, ['too_large']],
  ['a page of blanks in fewer lines', () => `${headers('text/html')}\r\n${'\n '.repeat(200_000)}x`, ['unreadable', 'too_large']],
  ['24 MB of blank lines', () => `${headers('text/plain')}\r\n${'\r\n'.repeat(12_000_000)}`, ['too_large']],
  ['300,000 empty parts', () => `${headers('multipart/mixed; boundary=b')}\r\n${'--b\r\n\r\nx\r\n'.repeat(300_000)}--b--`, ['too_large']],
  [
    'a text of 20 MB beside it',
    () => `${headers('multipart/mixed; boundary=b')}\r\n--b\r\n${attachment}${line.repeat(280_000)}--b--`,
    ['kept', 'unreadable', 'too_large'],
  ],
  ['a sender of a megabyte', () => `From: ${'a,'.repeat(500_000)}\r\n${headers('text/plain')}\r\nx`, ['unreadable', 'too_large']],
])(
  'a mail with %s holds nobody up, and is recorded',
  async (_, write, outcomes) => {
    const raw = Buffer.from(write());
    const known = { ...services, log: quiet };
    expect(await longestBlock(async () => expect(outcomes).toContain(await receiveMail(known, raw, by)))).toBeLessThan(1000);
    const again = performance.now();
    expect(outcomes).toContain(await receiveMail(known, raw, by));
    // known by its octets, it is not read a second time
    expect(performance.now() - again).toBeLessThan(1000);
  },
  30_000,
);

test('what is not read to its end is still shown with its sender and subject', async () => {
  const raw = Buffer.from(`${headers('text/plain')}X: ${'y\r\n '.repeat(10_000)}\r\n\r\n${'\r\n'.repeat(500_000)}`);
  expect(await receiveMail({ ...services, log: quiet }, raw, by)).toBe('too_large');
  expect(await keptOf(/^text\/plain /)).toMatchObject({ fromAddress: 'zoe@evil.example', fromName: 'Zoé', kind: 'other' });
});

test('an ordinary mail that is not small is read like every other', async () => {
  const raw = Buffer.from(`${headers('text/plain; charset=utf-8')}\r\nVoici les échanges.\r\n${line.repeat(2000)}`);
  expect(await receiveMail(services, raw, by)).toBe('kept');
  const row = await database.db.selectFrom('inboxMails').select(['excerpt', 'fromName']).orderBy('id', 'desc').limit(1).executeTakeFirst();
  expect(row).toMatchObject({ fromName: 'Zoé', excerpt: expect.stringMatching(/^Voici les échanges\.\nx{70}/) });
}, 30_000);

test('a mail that cannot be read is moved out of the mailbox for people, and does not keep the next one waiting', async () => {
  imap.deliver(Buffer.from(`${headers('text/html')}\r\n${'\n '.repeat(200_000)}x`));
  imap.deliver(Buffer.from(`${headers('text/plain')}\r\nBonjour`));
  await readMailbox({ ...services, log: quiet, env: { ...services.env, inbox: { ...services.env.inbox, imapUrl: imap.url } } });
  expect(imap.folder('INBOX')).toEqual([]);
  expect(imap.folder('Tertulia/Unread-by-us')).toHaveLength(2);
  expect(await keptOf(/^text\/plain /)).toMatchObject({ outcome: 'kept' });
}, 30_000);

test('a mail of more than 25 MB is fetched in its beginning only, recorded, and moved', async () => {
  imap.deliver(Buffer.from(`${headers('application/pdf')}\r\n${line.repeat(350_000)}`));
  await readMailbox({ ...services, log: quiet, env: { ...services.env, inbox: { ...services.env.inbox, imapUrl: imap.url } } });
  expect(imap.folder('INBOX')).toEqual([]);
  expect(await keptOf(/^application\/pdf /)).toMatchObject({ outcome: 'too_large', fromAddress: 'zoe@evil.example' });
}, 30_000);
