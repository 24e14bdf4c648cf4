import { expect, test } from 'vitest';
import { action, loader } from '#app/accounts/mail.route.tsx';
import { insertDemoMail } from '#db/outbox/demo-mails.ts';
import { invitePeople } from '#server/attendance/invite-people.ts';
import { removeAttendee } from '#server/attendance/remove-attendee.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

/** An invitation as it lies in the demo's mailbox, and the page that shows it. */
async function openInvitation() {
  const demo = { ...services, env: { ...services.env, demo: true } };
  const scene = await planScene(database, services);
  const person = await makePerson(database.db);
  await invitePeople(services, { ...scene, whom: { kind: 'people', personIds: [person.id] }, roles: ['participant'] });
  const lay = async () => {
    const { raw, subject = '' } = await services.mailbox.next(person.email);
    await insertDemoMail(database.db, { toAddress: person.email, subject, raw: Buffer.from(raw) });
    return database.db.selectFrom('demoMails').select('id').where('subject', '=', subject).orderBy('id', 'desc').executeTakeFirstOrThrow();
  };
  const page = (mailId: string, form?: Record<string, string>, context = contextOf(demo, null)) => {
    const request = new Request(`https://tertulia.example/mailbox/${mailId}`, form && { method: 'POST', body: new URLSearchParams(form) });
    const given = { request, params: { mailId }, context, pattern: '', unstable_pattern: '', url: new URL(request.url) };
    return { load: () => loader(given as never), act: () => action(given as never) };
  };
  const answer = () => database.db.selectFrom('attendances').select(['id', 'answer']).where('personId', '=', person.id).executeTakeFirst();
  return { scene, person, lay, page, answer };
}

test('the button of the calendar answers by mail, and the answer is recorded', async () => {
  const { lay, page, answer } = await openInvitation();
  const { id } = await lay();
  expect(await page(id).load()).toMatchObject({ invitation: true, answered: null });
  for (const [partstat, recorded] of [
    ['ACCEPTED', 'in_person'],
    ['DECLINED', 'declined'],
  ] as const) {
    services.clock.advance({ seconds: 5 });
    const response = (await page(id, { partstat }).act()) as Response;
    expect(response.headers.get('Location')).toBe(`/mailbox/${id}?calendar=recorded`);
    expect((await answer())?.answer).toBe(recorded);
  }
  const kept = await database.db.selectFrom('inboxMails').select(['door', 'kind']).execute();
  expect(kept).toEqual([1, 2].map(() => ({ door: 'demo', kind: 'reply' })));
});

test('a cancellation has no such button, and outside the demo there is no such page', async () => {
  const { lay, page, answer, scene } = await openInvitation();
  const invitation = await lay();
  await removeAttendee(services, { viewer: scene.viewer, scope: scene.scope, attendanceId: (await answer())?.id ?? '' });
  const { id } = await lay();
  expect(await page(id).load()).toMatchObject({ invitation: false });
  for (const form of [{ partstat: 'ACCEPTED' }, { partstat: 'DELEGATED' }, {}])
    await expect(page(id, form as Record<string, string>).act()).rejects.toMatchObject({ init: { status: 400 } });
  const late = (await page(invitation.id, { partstat: 'ACCEPTED' }).act()) as Response;
  expect(late.headers.get('Location')).toBe(`/mailbox/${invitation.id}?calendar=not_invited`);
  await expect(page(id, { partstat: 'ACCEPTED' }, contextOf(services, null)).act()).rejects.toMatchObject({ init: { status: 404 } });
});
