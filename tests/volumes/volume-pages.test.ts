import { RouterContextProvider } from 'react-router';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { loader as download } from '#app/volumes/download-volume.route.ts';
import { action as prepare, loader as preparePage } from '#app/volumes/prepare-volume.route.tsx';
import { loader as preview } from '#app/volumes/preview-volume.route.ts';
import { loader as volumePage } from '#app/volumes/volume.route.tsx';
import { loader as sessionPage } from '#app/volumes/volume-session.route.tsx';
import { ipContext, servicesContext, sessionContext, viewerContext } from '#server/request-context.ts';
import { bindAgain } from '#server/volumes/bind-again.ts';
import { renderVolume } from '#server/volumes/files/render-volume.ts';
import { retryVolume } from '#server/volumes/files/retry-volume.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { editionToBind } from './volume-scene.ts';

const database = useDatabase();
const services = useServices(database);

type Handler = (args: never) => Promise<unknown>;

/** What a route answers: its status, and its data, if that is what it answers. */
async function ask<H extends Handler>(
  handler: H,
  {
    viewer,
    params,
    query = '',
    form,
  }: { viewer: Viewer | null; params: Record<string, string>; query?: string; form?: Record<string, string> },
) {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(viewerContext, viewer);
  context.set(sessionContext, null);
  context.set(ipContext, '192.0.2.1');
  const request = new Request(`https://tertulia.example/${query}`, form ? { method: 'POST', body: new URLSearchParams(form) } : undefined);
  const answered = (await handler({ request, params, context } as never).catch((thrown: unknown) => thrown)) as
    | Response
    | Error
    | { init?: { status?: number } | null; data?: unknown };
  if (answered instanceof Error) throw answered;
  if (answered instanceof Response) return { status: answered.status, response: answered, data: undefined };
  const status = 'init' in answered ? (answered.init?.status ?? 200) : 200;
  return { status, response: undefined, data: ('init' in answered ? answered.data : answered) as Data<Awaited<ReturnType<H>>> };
}
type Data<T> = T extends { type: string; data: infer D; init: ResponseInit | null } ? D : T extends Response ? never : T;

async function boundEdition() {
  const scene = await editionToBind(services);
  const closed = await scene.session('Bureau', ['18:00', '19:00'], '18', 'members');
  for (const session of [scene.sessions.plenary, scene.sessions.energy, closed]) await session.publish();
  await scene.bind(1);
  const at = (viewer: Viewer | null, more: Record<string, string> = {}) => ({ viewer, params: { edition: scene.slug, ...more } });
  return { ...scene, closed, at, strangers: [null, viewerOf(scene.stranger)] };
}

describe('the page of a volume', () => {
  test('shows contents, index with sessions, and nothing of sessions for members, to anybody', async () => {
    const { at, sessions, closed } = await boundEdition();
    const { data } = await ask(volumePage, at(null));
    expect(data?.volume?.contents.map(({ kind, number }) => [kind, number])).toEqual([
      ['minutes', 0],
      ['minutes', 1],
      ['missing', 2],
      ['missing', 3],
    ]);
    expect(data?.volume?.index.organisations).toMatchObject([{ places: [{ number: 0 }, { number: 1 }] }]);
    expect(JSON.stringify(data)).not.toContain(closed.meeting.slug);
    const session = await ask(sessionPage, at(null, { meeting: sessions.energy.meeting.slug }));
    expect(session.data).toMatchObject({ chapter: { number: 1 }, previous: { number: 0 }, next: null });
    expect((await ask(sessionPage, at(null, { meeting: closed.meeting.slug }))).status).toBe(404);
  });

  test('shows the internal edition to those who organise it, and to nobody else', async () => {
    const { at, viewer, member, strangers, closed } = await boundEdition();
    const query = '?edition=internal';
    const { data } = await ask(volumePage, { ...at(viewer), query });
    expect(data?.volume?.contents.map(({ slug }) => slug)).toContain(closed.meeting.slug);
    for (const other of [...strangers, viewerOf(member)]) expect((await ask(volumePage, { ...at(other), query })).status).not.toBe(200);
    const meeting = closed.meeting.slug;
    expect((await ask(sessionPage, { ...at(viewer, { meeting }), query })).status).toBe(200);
    expect((await ask(sessionPage, { ...at(viewerOf(member), { meeting }), query })).status).toBe(404);
  });

  test('leaves out a session that is for members since, with the files that hold it; what changed is told', async () => {
    const { at, sessions, edition, slug, viewer } = await boundEdition();
    await renderVolume(services, { editionId: edition.id, number: 1 });
    const file = `${slug}-recueil-v1.odt`;
    expect((await ask(download, at(null, { file }))).status).toBe(200);
    await database.db.updateTable('meetings').set({ visibility: 'members' }).where('id', '=', sessions.energy.meeting.id).execute();
    const { data } = await ask(volumePage, at(null));
    expect(data?.volume?.contents[1]).toMatchObject({ kind: 'gone', title: '' });
    expect(data?.volume?.files.public).toEqual([]);
    expect((await ask(download, at(null, { file }))).status).toBe(404);
    expect((await ask(download, at(viewer, { file }))).status).toBe(200);
    await sessions.plenary.publish('Le chiffre est de 12.');
    expect(await bindAgain(services, edition.id)).toBe(2);
    const changes = (await ask(volumePage, at(null))).data?.volume?.changes;
    expect(changes).toContainEqual({ what: 'version', title: 'Plénière', from: 1, to: 2, reason: 'erratum' });
  });
});

describe('files of a volume', () => {
  test('are made by a job, whole, and a rendering that failed can be asked for again', async () => {
    const { at, edition, slug, organised, viewer, member } = await boundEdition();
    const key = { editionId: edition.id, number: 1 };
    const names = [`${slug}-recueil-v1.pdf`, `${slug}-recueil-v1.docx`, `${slug}-recueil-v1-interne.odt`];
    expect((await ask(download, at(null, { file: names[0] ?? '' }))).status).toBe(503);
    services.log.error = () => {};
    await renderVolume(services, key, { milliseconds: 1 });
    const failed = await ask(volumePage, at(viewer));
    expect(failed.data?.volume?.files).toMatchObject({ mayRetry: true, pending: false });
    expect((await ask(volumePage, at(null))).data?.volume?.files.mayRetry).toBe(false);
    expect(await retryVolume(services, await organised(), viewer, 1)).toBe(6);
    // two nodes at once render nothing twice
    await Promise.all([renderVolume(services, key), renderVolume(services, key)]);
    for (const file of names) expect((await ask(download, at(viewer, { file }))).status, file).toBe(200);
    for (const other of [null, viewerOf(member)]) expect((await ask(download, at(other, { file: names[2] ?? '' }))).status).toBe(404);
    for (const file of [`${slug}-recueil-v2.pdf`, 'autre-recueil-v1.pdf', '..%2f', `${slug}-recueil-v1.exe`])
      expect((await ask(download, at(viewer, { file }))).status, file).toBe(404);
  });
});

describe('the page that prepares a volume', () => {
  test('is for organisers alone, and binds by one click', async () => {
    const scene = await editionToBind(services);
    await scene.sessions.plenary.publish();
    const at = (viewer: Viewer | null) => ({ viewer, params: { edition: scene.slug } });
    for (const other of [null, viewerOf(scene.member), viewerOf(scene.stranger)]) {
      expect((await ask(preparePage, at(other))).status).not.toBe(200);
      expect((await ask(preview, { viewer: other, params: { edition: scene.slug, file: 'apercu.pdf' } })).status).not.toBe(200);
      expect((await ask(prepare, { ...at(other), form: { intent: 'bind', number: '1', seen: '' } })).status).not.toBe(200);
    }
    const { data } = await ask(preparePage, at(scene.viewer));
    expect(data).toMatchObject({ number: 1, bound: 1, missing: 3, unchanged: false });
    const shown = await ask(preview, { viewer: scene.viewer, params: { edition: scene.slug, file: 'apercu.odt' } });
    expect((await shown.response?.arrayBuffer())?.byteLength).toBeGreaterThan(1000);
    const form = { intent: 'bind', number: '1', seen: data?.seen ?? '' };
    expect((await ask(prepare, { ...at(scene.viewer), form })).response?.headers.get('Location')).toMatch(/\/volume$/);
    const again = await ask(prepare, { ...at(scene.viewer), form });
    expect(again).toMatchObject({ status: 409, data: { faults: { form: expect.stringMatching(/version 1/) } } });
  });

  test('keeps what was typed when it is refused, and makes an annex once', async () => {
    const scene = await editionToBind(services);
    const at = { viewer: scene.viewer, params: { edition: scene.slug } };
    const long = await ask(prepare, {
      ...at,
      form: { intent: 'texts', revision: '1', title: 'x'.repeat(201), subtitle: '', note: 'Gardée.' },
    });
    expect(long).toMatchObject({ status: 422, data: { values: { note: 'Gardée.' } } });
    const annex = { intent: 'annex', id: crypto.randomUUID(), annexTitle: 'Visites', annexBody: 'Le port.' };
    expect(await ask(prepare, { ...at, form: { ...annex, annexTitle: '' } })).toMatchObject({
      status: 422,
      data: { annex: { body: 'Le port.' } },
    });
    for (let time = 0; time < 2; time += 1) expect((await ask(prepare, { ...at, form: annex })).status).toBe(302);
    expect((await ask(preparePage, at)).data?.annexes).toHaveLength(1);
    // of another edition: as if it were not there
    const other = await editionToBind(services);
    const theirs = { viewer: other.viewer, params: { edition: other.slug } };
    expect((await ask(prepare, { ...theirs, form: { intent: 'remove-annex', id: annex.id } })).status).toBe(404);
    await ask(prepare, { ...theirs, form: { ...annex, annexBody: 'Volée.' } });
    expect((await ask(preparePage, at)).data?.annexes).toMatchObject([{ body: 'Le port.' }]);
    for (const intent of ['', 'bind', 'move:2', 'include', 'destroy'])
      expect((await ask(prepare, { ...at, form: { intent } })).status).toBe(404);
  });
});
