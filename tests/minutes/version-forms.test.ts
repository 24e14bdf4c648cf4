import { describe, expect, test } from 'vitest';
import { action as changeState } from '#app/minutes/change-state.route.tsx';
import { loader as version } from '#app/minutes/minutes-version.route.tsx';
import { action as publish, loader as publishPage } from '#app/minutes/publish-minutes.route.tsx';
import { action as redact, loader as redactPage } from '#app/minutes/redact-minutes.route.tsx';
import { ask as askOf } from '#tests/meetings/ask.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { paragraphOf } from './two-versions.ts';
import { meetingToPublish } from './versions-scene.ts';

const database = useDatabase();
const services = useServices(database);

async function organised() {
  const scene = await meetingToPublish(services);
  const viewer = viewerOf(scene.organiser);
  const at = { viewer, meeting: scene.meeting.slug, path: '/' };
  const post = (form: Record<string, string>) => askOf(services, publish, { ...at, form });
  return { ...scene, viewer, at, post };
}

describe('the page that publishes', () => {
  test('publishes version 1 by one click, and a second click is told so', async () => {
    const { at, post, meeting } = await organised();
    const { seen } = (await askOf(services, publishPage, at)).data;
    const form = { intent: 'publish', number: '1', seen };
    expect(await post(form)).toMatchObject({ status: 302, location: `/minutes/${meeting.slug}` });
    const again = await post(form);
    expect(again.status).toBe(409);
    expect(again.data?.fault).toMatch(/version 1 vient d’être publiée/);
  });

  test('asks from version 2 on why there is another, and keeps what was typed', async () => {
    const { post, say } = await organised();
    await post({ intent: 'publish', number: '1' });
    await say(paragraphOf('x', 'Corrigé.'));
    const undecided = await post({ intent: 'publish', number: '2', note: 'La date.' });
    expect(undecided).toMatchObject({ status: 422, data: { field: 'reason', typed: { note: 'La date.' } } });
    expect(await post({ intent: 'publish', number: '2', reason: 'erratum', note: ' ' })).toMatchObject({
      status: 422,
      data: { field: 'note' },
    });
    expect(await post({ intent: 'publish', number: '2', reason: 'erratum', note: 'x'.repeat(5001) })).toMatchObject({ status: 422 });
    expect(await post({ intent: 'publish', number: '2', reason: 'erratum', note: 'La date.' })).toMatchObject({ status: 302 });
  });

  test('refuses what no page of ours sends', async () => {
    const { post } = await organised();
    for (const number of ['', '0', '-1', '1.5', 'x', '9999999']) expect((await post({ intent: 'publish', number })).status).toBe(400);
    expect((await post({ intent: 'other', number: '1' })).status).toBe(400);
  });

  test('adds an editor’s note, and says which version is out when it is another', async () => {
    const { post } = await organised();
    await post({ intent: 'publish', number: '1' });
    expect(await post({ intent: 'note', number: '1', note: '' })).toMatchObject({ status: 422, data: { field: 'note' } });
    expect((await post({ intent: 'note', number: '1', note: 'Voté depuis.' })).status).toBe(302);
    expect(await post({ intent: 'note', number: '1', note: 'Encore.' })).toMatchObject({
      status: 409,
      data: { typed: { note: 'Encore.' } },
    });
  });
});

describe('the page that redacts', () => {
  test('shows every place first, and redacts only what was shown', async () => {
    const { at, post, meeting } = await organised();
    expect((await askOf(services, redactPage, at)).status).toBe(404);
    await post({ intent: 'publish', number: '1' });
    const page = await askOf(services, redactPage, { ...at, path: '/?statement=b-p1' });
    expect(page.data).toMatchObject({ number: 1, picked: 'Nous coopérons avec Morón depuis 2012.' });
    const send = (form: Record<string, string>) =>
      askOf(services, redact, { ...at, form: { number: '1', reason: '', words: '', ...form } });
    expect(await send({ intent: 'preview' })).toMatchObject({ status: 422, data: { field: 'words' } });
    const shown = await send({ intent: 'preview', words: 'karim  BELHADJ\r\nMorón' });
    expect(shown.data?.preview?.places.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Karim Belhadj', 'Nous coopérons avec Morón depuis 2012.']),
    );
    // other words than those that were shown are shown first
    expect((await send({ intent: 'redact', words: 'Argentine', previewed: 'Morón', reason: 'Motif.' })).data?.preview?.places).not.toEqual(
      [],
    );
    expect(await send({ intent: 'redact', words: 'Morón', previewed: 'Morón' })).toMatchObject({ status: 422, data: { field: 'reason' } });
    const done = await send({ intent: 'redact', words: 'Morón\r\nBelhadj', previewed: 'Morón\r\nBelhadj', reason: 'Motif.' });
    expect(done).toMatchObject({ status: 302, location: `/minutes/${meeting.slug}` });
    const late = await send({ intent: 'redact', words: 'Argentine', previewed: 'Argentine', reason: 'Motif.' });
    expect(late).toMatchObject({ status: 409, data: { typed: { words: 'Argentine', reason: 'Motif.' } } });
  });

  test('leaves at the address of the old version a page that says when and why', async () => {
    const { at, post, meeting } = await organised();
    await post({ intent: 'publish', number: '1' });
    await askOf(services, redact, {
      ...at,
      form: { intent: 'redact', number: '1', words: 'Morón', previewed: 'Morón', reason: 'Demande de la personne.' },
    });
    const context = { ...at, viewer: null, meeting: meeting.slug };
    const loader = (args: never) => version({ ...(args as object), params: { meeting: meeting.slug, version: '1' } } as never);
    expect(await askOf(services, loader, context)).toMatchObject({
      status: 410,
      data: { redacted: { reason: 'Demande de la personne.', latest: 2 } },
    });
  });
});

test('the page of the state approves and reopens, and says where the minutes are when somebody was faster', async () => {
  const { at } = await organised();
  const send = (intent: string) => askOf(services, changeState, { ...at, form: { intent } });
  expect((await send('approve')).status).toBe(302);
  expect(await send('approve')).toMatchObject({ status: 409, data: { refused: expect.stringMatching(/«\u00A0Approuvé\u00A0»/) } });
  expect((await send('reopen')).status).toBe(302);
  expect((await send('destroy')).status).toBe(404);
});
