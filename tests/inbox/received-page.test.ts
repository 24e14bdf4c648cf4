import { expect, test } from 'vitest';
import { loader } from '#app/inbox/inbox.route.tsx';
import { sweepInbox } from '#db/inbox/write.ts';
import { receiveMail } from '#server/inbox/receive-mail.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { gmail } from './mails.ts';

const database = useDatabase();
const services = useServices(database);

async function open(networkOrganiser: boolean, query = '') {
  const viewer = viewerOf(await makePerson(database.db, { networkOrganiser }));
  const request = new Request(`https://tertulia.example/mails/received${query}`);
  return loader({ request, params: {}, context: contextOf(services, viewer) } as never);
}

const take = (subject: string) =>
  receiveMail(services, Buffer.from(`From: Paula <p@quito.example>\r\nSubject: ${subject}\r\n\r\n<script>alert(1)</script>`), {
    door: 'imap',
    authservId: null,
  });

test('those who look after the network read what came in, newest first, a page at a time; nobody else does', async () => {
  for (let nth = 1; nth <= 53; nth += 1) {
    services.clock.advance({ seconds: 1 });
    await take(`Message ${nth}`);
  }
  const first = await open(true);
  expect(first.mails).toHaveLength(50);
  expect(first.mails[0]).toMatchObject({ subject: 'Message 53', excerpt: '<script>alert(1)</script>', outcome: 'kept', meeting: null });
  const second = await open(true, `?before=${first.earlier}`);
  expect(second.mails.map((mail) => mail.subject)).toEqual(['Message 3', 'Message 2', 'Message 1']);
  expect(second.earlier).toBeNull();
  await expect(open(false)).rejects.toMatchObject({ init: { status: 404 } });
});

test('organisers read what is about the meetings of their groups', async () => {
  const { meeting, viewer } = await planScene(database, services);
  await receiveMail(services, gmail({ uid: `meeting-${meeting.id}@tertulia.example`, from: 'nobody@nowhere.example' }), {
    ...{ door: 'imap', authservId: null },
  });
  const request = new Request('https://tertulia.example/mails/received');
  const page = await loader({ request, params: {}, context: contextOf(services, viewer) } as never);
  expect(page).toMatchObject({ all: false, mails: [{ outcome: 'not_invited', meeting: { slug: meeting.slug } }] });
});

test('what came in is forgotten after its time', async () => {
  await sweepInbox(database.db, services.clock.now().subtract({ seconds: 10 }).toString());
  expect((await open(true)).mails).toHaveLength(12);
});
