import { beforeEach, describe, expect, test } from 'vitest';
import { openFollowUpLink } from '#server/follow-ups/access.ts';
import { answerFollowUp } from '#server/follow-ups/answer-follow-up.ts';
import { notifyOwners } from '#server/follow-ups/notify-owners.ts';
import { remindOwners } from '#server/follow-ups/remind-owners.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { followUpScene, type Said } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
beforeEach(() => services.clock.set('2022-06-01T08:00:00Z'));

async function told(...actions: Said[]) {
  const scene = await followUpScene(services);
  await scene.publish({ action: actions.map((action) => ({ who: scene.name, ...action })) });
  const scope: OrganisedGroup = await organiseGroup(services, scene.viewers.organiser, scene.group.slug);
  const notify = () => notifyOwners(services, { viewer: scene.viewers.organiser, scope });
  return { ...scene, scope, notify };
}

const tokenOf = (link: string | undefined) => link?.split('/').at(-1) ?? '';

async function linkOf(scene: Awaited<ReturnType<typeof told>>) {
  await scene.notify();
  const mail = await services.mailbox.next(scene.karim.email);
  return tokenOf(mail.links.find((link) => link.includes('/follow-ups/')));
}

describe('« Prévenir les responsables »', () => {
  test('publishing writes to nobody; the click sends each owner one mail with all that is new, in their language', async () => {
    const scene = await told(
      { id: 'a1', text: 'Écrire au réseau', due: '2022-06-30' },
      { id: 'a2', text: 'Relire' },
      { id: 'a3', text: 'X', who: 'personne' },
    );
    expect(await services.mailbox.unread()).not.toContain(scene.karim.email);
    expect(await scene.notify()).toBe(1);
    const mail = await services.mailbox.next(scene.karim.email);
    expect(mail.subject).toBe('2 actions pour vous\u00a0: Dynamique Amérique latine et Caraïbes');
    expect(mail.text).toContain('Bonjour Karim,');
    expect(mail.text).toMatch(/Écrire au réseau[\s\S]*jeudi 30\u00a0juin 2022[\s\S]*Relire[\s\S]*Sans date/);
    expect(mail.links.filter((link) => link.includes('/follow-ups/'))).toHaveLength(2);
    expect(mail.replyTo?.[0]?.address).toBe(scene.organiser.email);
    expect(await scene.notify()).toBe(0);
    expect(await services.mailbox.unread()).not.toContain(scene.karim.email);
  });

  test('in English to who reads English; two clicks at once send one mail; nothing goes to who clicks', async () => {
    const scene = await told({ id: 'a1', text: 'Écrire', due: '2022-06-30' }, { id: 'a2', text: 'Relire' });
    await database.db.updateTable('people').set({ language: 'en' }).where('id', '=', scene.karim.id).execute();
    await database.db
      .updateTable('followUps')
      .set({ ownerId: scene.organiser.id })
      .where('id', '=', await scene.idOf('a2'))
      .execute();
    const sent = await Promise.all([scene.notify(), scene.notify(), scene.notify()]);
    expect(sent.sort()).toEqual([0, 0, 1]);
    expect((await services.mailbox.next(scene.karim.email)).subject).toContain('An action for you');
    expect(await services.mailbox.unread()).not.toContain(scene.organiser.email);
  });

  test('is not sent any more when, meanwhile, it is done or somebody else’s', async () => {
    const scene = await told({ id: 'a1', text: 'Écrire' });
    await scene.notify();
    await database.db
      .updateTable('followUps')
      .set({ ownerId: scene.stranger.id })
      .where('id', '=', await scene.idOf('a1'))
      .execute();
    expect(await services.mailbox.unread()).not.toContain(scene.karim.email);
  });
});

describe('the link of a mail', () => {
  test('opens this one action for its owner; opening it changes nothing', async () => {
    const scene = await told({ id: 'a1', text: 'Écrire' });
    const token = await linkOf(scene);
    const before = await scene.rows();
    expect(await openFollowUpLink(services, token)).toMatchObject({
      state: 'valid',
      scope: { followUpId: await scene.idOf('a1'), personId: scene.karim.id },
    });
    expect(await scene.rows()).toEqual(before);
  });

  test('is dead when forged, expired or revoked; says so when the action is somebody else’s or gone', async () => {
    const scene = await told({ id: 'a1', text: 'Écrire' });
    const token = await linkOf(scene);
    const id = await scene.idOf('a1');
    const state = async (of = token) => (await openFollowUpLink(services, of)).state;
    expect(await state(`${token.slice(0, -2)}xx`)).toBe('dead');
    expect(await state('nothing')).toBe('dead');
    await scene.publish({});
    expect(await state()).toBe('withdrawn');
    await scene.publish({ action: [{ id: 'a1', text: 'Écrire', who: scene.name }] });
    expect(await state()).toBe('valid');
    await database.db.updateTable('followUps').set({ ownerId: scene.stranger.id }).where('id', '=', id).execute();
    expect(await state()).toBe('given_away');
    await database.db.updateTable('linkTokens').set({ revokedAt: '2022-06-01T08:00:00Z' }).where('followUpId', '=', id).execute();
    expect(await state()).toBe('dead');
    await database.db.updateTable('linkTokens').set({ revokedAt: null }).where('followUpId', '=', id).execute();
    services.clock.advance({ years: 1, days: 1 });
    expect(await state()).toBe('dead');
  });

  test('an answer to what was given away, withdrawn or closed meanwhile is refused, and changes nothing', async () => {
    const scene = await told({ id: 'a1', text: 'Écrire' });
    const opened = await openFollowUpLink(services, await linkOf(scene));
    if (opened.state !== 'valid') throw new Error('The link does not open.');
    const answer = (say: 'yes' | 'not_done') => answerFollowUp(services, { scope: opened.scope, answer: { say } });
    const set = (columns: { ownerId?: string; state?: 'dropped' | 'done' | 'open' }) =>
      database.db.updateTable('followUps').set(columns).where('id', '=', opened.scope.followUpId).execute();
    await set({ state: 'dropped' });
    expect(await answer('yes')).toEqual({ ok: false, reason: 'closed' });
    await set({ state: 'done' });
    expect(await answer('not_done')).toEqual({ ok: false, reason: 'closed' });
    await set({ state: 'open', ownerId: scene.stranger.id });
    expect(await answer('yes')).toEqual({ ok: false, reason: 'gone' });
    await set({ ownerId: scene.karim.id });
    await scene.publish({});
    expect(await answer('yes')).toEqual({ ok: false, reason: 'gone' });
  });

  test('yes, another date, not me, done and not done after all are written down with who said so', async () => {
    const scene = await told({ id: 'a1', text: 'Écrire' });
    const opened = await openFollowUpLink(services, await linkOf(scene));
    if (opened.state !== 'valid') throw new Error('The link does not open.');
    const say = async (answer: Parameters<typeof answerFollowUp>[1]['answer']) => {
      expect(await answerFollowUp(services, { scope: opened.scope, answer })).toEqual({ ok: true });
      return (await scene.rows())[0];
    };
    expect(await say({ say: 'yes' })).toMatchObject({ confirmedAt: '2022-06-01T08:00:00Z' });
    expect(await say({ say: 'other_date', due: '2022-07-20', word: 'Congés' })).toMatchObject({
      askedDue: '2022-07-20',
      ownerWord: 'Congés',
      dueOn: null,
    });
    expect(await say({ say: 'not_me', word: 'C’est Rosa' })).toMatchObject({ ownerWord: 'C’est Rosa', confirmedAt: null, askedDue: null });
    const done = await say({ say: 'done', outcome: 'Envoyé lundi' });
    expect(done).toMatchObject({ state: 'done', outcome: 'Envoyé lundi', stateBy: scene.karim.id, declinedAt: null });
    expect(await say({ say: 'done', outcome: '' })).toEqual(done);
    expect(await say({ say: 'not_done' })).toMatchObject({ state: 'open', outcome: 'Envoyé lundi' });
    const audit = await database.db.selectFrom('auditEntries').select('detail').where('subjectId', '=', opened.scope.followUpId).execute();
    expect(audit).toHaveLength(5);
    expect(JSON.stringify(audit)).not.toContain('Rosa');
  });
});

describe('reminders', () => {
  const remindOn = async (day: string) => {
    services.clock.set(`${day}T06:00:00Z`);
    await Promise.all([remindOwners(services), remindOwners(services)]);
  };
  const unread = async (email: string) => (await services.mailbox.unread()).filter((to) => to === email).length;

  test('come the day before, and once more when it is late: one mail whatever the number of nodes', async () => {
    const scene = await told(
      { id: 'a1', text: 'Écrire', due: '2022-06-10' },
      { id: 'a2', text: 'Relire', due: '2022-06-14' },
      { id: 'a3', text: 'Loin', due: '2022-09-01' },
    );
    await linkOf(scene);
    await remindOn('2022-06-08');
    expect(await unread(scene.karim.email)).toBe(0);
    await remindOn('2022-06-09');
    const mail = await services.mailbox.next(scene.karim.email);
    expect(mail.subject).toBe('2 actions à faire bientôt');
    expect(mail.text).not.toContain('Loin');
    await remindOn('2022-06-11');
    expect(await unread(scene.karim.email)).toBe(0);
    await remindOn('2022-06-16');
    expect((await services.mailbox.next(scene.karim.email)).subject).toBe('2 actions en retard');
    for (const day of ['2022-06-17', '2022-06-24', '2022-07-24']) await remindOn(day);
    expect(await unread(scene.karim.email)).toBe(0);
  });

  test('go to nobody who was never told, said « pas moi », or is done; another date starts over', async () => {
    const scene = await told({ id: 'a1', text: 'Écrire', due: '2022-06-10' });
    await remindOn('2022-06-09');
    expect(await unread(scene.karim.email)).toBe(0);
    await linkOf(scene);
    const set = async (columns: object) =>
      database.db
        .updateTable('followUps')
        .set(columns)
        .where('id', '=', await scene.idOf('a1'))
        .execute();
    await set({ declinedAt: '2022-06-09T08:00:00Z' });
    await remindOn('2022-06-09');
    await set({ declinedAt: null, state: 'done' });
    await remindOn('2022-06-09');
    expect(await unread(scene.karim.email)).toBe(0);
    await set({ state: 'open' });
    await remindOn('2022-06-09');
    expect(await unread(scene.karim.email)).toBe(1);
    await set({ dueOn: '2022-06-30', remindedOn: null });
    await remindOn('2022-06-29');
    expect(await unread(scene.karim.email)).toBe(2);
  });
});
