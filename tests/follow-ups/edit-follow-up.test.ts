import { describe, expect, test } from 'vitest';
import { closeFollowUp } from '#server/follow-ups/close-follow-up.ts';
import { editFollowUp, type FollowUpEdit } from '#server/follow-ups/edit-follow-up.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { followUpScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

async function editing() {
  const scene = await followUpScene(services);
  await scene.publish({ action: [{ id: 'a1', text: 'Écrire', who: 'Lise' }] });
  const viewer = scene.viewers.organiser;
  const scope = await organiseGroup(services, viewer, scene.group.slug);
  const id = await scene.idOf('a1');
  const edit = (given: Partial<FollowUpEdit>, revision = 1) => {
    const whole: FollowUpEdit = { owner: { kind: 'text', name: 'Lise' }, dueOn: null, state: 'open', outcome: '', ...given };
    return editFollowUp(services, { viewer, scope, id, revision, edit: whole });
  };
  const row = async () => (await scene.rows())[0];
  return { ...scene, viewer, scope, id, edit, row };
}

describe('organisers settle who, when and what became of it', () => {
  test('a person, then a body with a contact: asked anew, and public as a body only', async () => {
    const { edit, row, karim, nanterre, name } = await editing();
    expect(await edit({ owner: { kind: 'person', id: karim.id }, dueOn: '2022-07-01' })).toEqual({ ok: true });
    expect(await row()).toMatchObject({ ownerId: karim.id, ownerName: name, ownerPublic: nanterre.name, dueOn: '2022-07-01' });
    expect(await edit({ owner: { kind: 'organisation', id: nanterre.id, contactId: karim.id } }, 2)).toEqual({ ok: true });
    expect(await row()).toMatchObject({ ownerId: karim.id, ownerOrganisationId: nanterre.id, ownerName: nanterre.name });
    expect(await edit({ owner: { kind: 'nobody' }, state: 'dropped', outcome: 'Sans objet' }, 3)).toEqual({ ok: true });
    expect(await row()).toMatchObject({
      ownerId: null,
      ownerName: '',
      state: 'dropped',
      outcome: 'Sans objet',
      stateAt: '2022-06-01T08:00:00Z',
    });
  });

  test('a new date is asked for no longer, and may be reminded of again', async () => {
    const { edit, row, id } = await editing();
    await database.db.updateTable('followUps').set({ askedDue: '2022-08-01', remindedOn: '2022-06-01' }).where('id', '=', id).execute();
    await edit({ dueOn: '2022-08-01' });
    expect(await row()).toMatchObject({ dueOn: '2022-08-01', askedDue: null, remindedOn: null, ownerName: 'Lise' });
  });

  test('refuses a stale form with what stands now, strangers as owners, and what was withdrawn', async () => {
    const { edit, stranger, publish, nanterre } = await editing();
    await edit({ outcome: 'Un' });
    expect(await edit({ outcome: 'Deux' })).toMatchObject({ ok: false, reason: 'conflict', current: { outcome: 'Un', revision: 2 } });
    expect(await edit({ owner: { kind: 'person', id: stranger.id } }, 2)).toEqual({ ok: false, reason: 'unknown_owner' });
    const contact = { kind: 'organisation' as const, id: nanterre.id, contactId: stranger.id };
    expect(await edit({ owner: contact }, 2)).toEqual({ ok: false, reason: 'unknown_owner' });
    await publish({});
    expect(await edit({}, 3)).toEqual({ ok: false, reason: 'gone' });
  });

  test('of two at once one is a conflict; nothing of another group can be touched', async () => {
    const one = await editing();
    const both = await Promise.all([one.edit({ outcome: 'Un' }), one.edit({ outcome: 'Deux' })]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const other = await editing();
    const { viewer, scope } = other;
    const edit: FollowUpEdit = { owner: { kind: 'nobody' }, dueOn: null, state: 'done', outcome: '' };
    expect(await editFollowUp(services, { viewer, scope, id: one.id, revision: 2, edit })).toEqual({ ok: false, reason: 'gone' });
    expect(await closeFollowUp(services, { viewer, scope, id: one.id, done: true })).toEqual({ ok: false, reason: 'gone' });
    const nobodys = (await makePerson(database.db)).id;
    expect(await closeFollowUp(services, { viewer, scope, id: nobodys, done: true })).toEqual({ ok: false, reason: 'gone' });
  });

  test('« faite » with one click, twice is once, and back', async () => {
    const { viewer, scope, id, row } = await editing();
    const click = (done: boolean) => closeFollowUp(services, { viewer, scope, id, done });
    expect(await Promise.all([click(true), click(true)])).toEqual([{ ok: true }, { ok: true }]);
    expect(await row()).toMatchObject({ state: 'done', stateBy: viewer.personId, revision: 2 });
    await click(false);
    expect(await row()).toMatchObject({ state: 'open' });
    const audit = await database.db.selectFrom('auditEntries').select('action').where('subjectId', '=', id).execute();
    expect(audit).toHaveLength(2);
  });
});
