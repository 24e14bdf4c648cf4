import { expect, test } from 'vitest';
import { readMailbox } from '#server/inbox/read-mailbox.ts';
import { inviteOne, planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { outOfOffice } from './bounces.ts';
import { useImapServer } from './imap-server.ts';
import { apple, outlook, type ReplyGiven } from './mails.ts';

const database = useDatabase();
const services = useServices(database);
const imap = useImapServer();

/** The services of a node that reads this mailbox, and what it logs. */
function node(url = imap.url) {
  const logged: string[] = [];
  const log = { ...services.log, error: (message: string) => void logged.push(message) };
  return { ...services, log, logged, env: { ...services.env, inbox: { ...services.env.inbox, imapUrl: url } } };
}

async function guestScene() {
  services.clock.set('2022-06-03T08:00:00Z');
  const { meeting } = await planScene(database, services);
  const { person, attendance } = await inviteOne(database, services, meeting.id);
  const reply = (given: Partial<ReplyGiven> = {}): ReplyGiven => ({
    ...{ uid: `meeting-${meeting.id}@tertulia.example`, from: person.email },
    ...given,
  });
  const answer = async () =>
    (await database.db.selectFrom('attendances').select('answer').where('id', '=', attendance.id).executeTakeFirstOrThrow()).answer;
  return { person, attendance, reply, answer };
}

const kept = () => database.db.selectFrom('inboxMails').select(['outcome', 'door']).orderBy('id').execute();
const forPeople = 'Tertulia/Unread-by-us';
const treated = 'Tertulia/Treated';

test('every mail is treated and moved away: what is done, as read; what people should read, as unread', async () => {
  const { reply, answer, person } = await guestScene();
  imap.deliver(outlook(reply()));
  imap.deliver(outOfOffice({ messageId: '<x@tertulia.example>', to: person.email }));
  const { logged, ...services } = node();
  await readMailbox(services);
  expect(logged).toEqual([]);
  expect(await answer()).toBe('in_person');
  expect(imap.folder('INBOX')).toEqual([]);
  expect(imap.folder(treated)).toMatchObject([{ flags: ['\\Seen'] }]);
  expect(imap.folder(forPeople)).toMatchObject([{ flags: [], raw: expect.stringContaining('Absence du bureau') }]);
  expect(await kept()).toEqual([
    { outcome: 'recorded', door: 'imap' },
    { outcome: 'kept', door: 'imap' },
  ]);
});

test('a crash between writing down and moving away loses no mail and treats none twice', async () => {
  const { reply, answer } = await guestScene();
  const before = (await kept()).length;
  imap.deliver(apple(reply()));
  imap.cutAt('UID MOVE');
  const crashed = node();
  await readMailbox(crashed);
  expect(crashed.logged).toEqual(['mailbox not read, will be tried again']);
  expect(await answer()).toBe('in_person');
  expect(imap.folder('INBOX')).toHaveLength(1);
  await readMailbox(node());
  expect(imap.folder('INBOX')).toEqual([]);
  expect(await kept()).toHaveLength(before + 1);
});

test('a crash before anything was written down leaves the mail where it is', async () => {
  const { reply, answer } = await guestScene();
  imap.deliver(apple(reply()));
  imap.cutAt('UID FETCH');
  await readMailbox(node());
  expect(await answer()).toBe('none');
  await readMailbox(node());
  expect(await answer()).toBe('in_person');
});

test('two nodes at once treat each mail once', async () => {
  const before = (await kept()).length;
  const scenes = await Promise.all(Array.from({ length: 5 }, guestScene));
  for (const { reply } of scenes) imap.deliver(outlook(reply()));
  await Promise.all([readMailbox(node()), readMailbox(node())]);
  await readMailbox(node());
  for (const { answer } of scenes) expect(await answer()).toBe('in_person');
  expect(await kept()).toHaveLength(before + 5);
  expect(imap.folder('INBOX')).toEqual([]);
});

test('a mail that we fail at waits, and does not keep the others waiting', async () => {
  const [failing, other] = [await guestScene(), await guestScene()];
  imap.deliver(outlook(failing.reply()));
  imap.deliver(outlook(other.reply()));
  const { log } = node();
  const broken = node();
  let asked = 0;
  // the first question to the database fails, as when its connection was lost
  const db = new Proxy(broken.db, {
    get(target, name) {
      if (name === 'selectFrom' && asked++ === 0) throw new Error('connection lost');
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  await readMailbox({ ...broken, db, log });
  expect(await failing.answer()).toBe('none');
  expect(await other.answer()).toBe('in_person');
  await readMailbox(node());
  expect(await failing.answer()).toBe('in_person');
});

test('a mailbox that is away, or refuses us, is told in the log and tried again; its password is not told', async () => {
  for (const url of ['imap://testuser:testpass@127.0.0.1:1/INBOX', imap.url.replace('testpass', 'wrong-secret')]) {
    const { logged, ...away } = node(url);
    await readMailbox(away);
    expect(logged).toEqual(['mailbox not read, will be tried again']);
    expect(logged.join()).not.toContain('wrong-secret');
  }
});
