import { createHash, createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { findBoundVersion, listBoundVersions } from '#db/volumes/read.ts';
import { redactMinutes } from '#server/minutes/redact-minutes.ts';
import { bindAgain } from '#server/volumes/bind-again.ts';
import { includeSession, moveSession, saveVolumeTexts } from '#server/volumes/edit-volume.ts';
import { planVolume } from '#server/volumes/plan-volume.ts';
import { readVolumeProof } from '#server/volumes/read-volume-proof.ts';
import { framesOf } from '#server/volumes/seal-volume.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { editionToBind } from './volume-scene.ts';

const database = useDatabase();
const services = useServices(database);

const NOTE = 'Environ *500 participants*.';
const TEXTS = { title: 'Comptes-rendus', subtitle: '', note: NOTE, withOrganisations: true, withIndex: true, rebind: true };

type Scene = Awaited<ReturnType<typeof editionToBind>>;

async function framesOut({ edition }: Scene, number?: number) {
  const version = await findBoundVersion(database.db, { editionId: edition.id }, number);
  const frames = version && framesOf(version);
  if (!frames) throw new Error('No volume is out.');
  return frames;
}

describe('binding a volume', () => {
  test('puts the sessions in the order of the programme, the plenary as number 0, and lists those without minutes', async () => {
    const scene = await editionToBind(services);
    const { plenary, africa, energy } = scene.sessions;
    await plenary.publish();
    await energy.publish();
    await database.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', africa.meeting.id).execute();
    expect(await scene.bind(1)).toEqual({ ok: true, number: 1 });
    const { entries } = (await framesOut(scene)).public;
    expect(entries[0]).toMatchObject({ number: 0, kind: 'minutes', slug: plenary.meeting.slug, version: 1 });
    expect(entries.map(({ number }) => number)).toEqual([0, 1, 2, 3]);
    expect(entries.find(({ slug }) => slug === africa.meeting.slug)).toMatchObject({ kind: 'cancelled', title: 'Afrique' });
    expect(entries.at(-1)).toMatchObject({ kind: 'missing', title: 'Clôture' });
  });

  test('seals which version of which minutes it binds: anybody can check the hash and the signature', async () => {
    const scene = await editionToBind(services);
    await scene.sessions.plenary.publish();
    await scene.bind(1);
    const proof = await readVolumeProof(services, null, scene.slug, '1');
    expect(
      createHash('sha256')
        .update(proof.content ?? '')
        .digest('hex'),
    ).toBe(proof.sha256);
    expect(canonicalize(JSON.parse(proof.content ?? ''))).toBe(proof.content);
    expect(JSON.parse(proof.envelope)).toMatchObject({ number: 1, public: proof.sha256, previous: null });
    const key = createPublicKey({ key: Buffer.from(proof.publicKey, 'base64'), format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(proof.envelope), key, Buffer.from(proof.signature, 'base64'))).toBe(true);
    const minutes = await database.db.selectFrom('minutesVersions').select('sha256').where('content', 'like', '%Plénière%').execute();
    const bound = (await framesOut(scene)).public.entries[0];
    expect(minutes.map(({ sha256 }) => sha256.toString('hex'))).toContain(bound?.kind === 'minutes' ? bound.sha256 : '');
    await expect(sql`update volume_versions set content = 'x' where edition_id = ${scene.edition.id}`.execute(database.db)).rejects.toThrow(
      /never changes/,
    );
  });

  test('twice by the same click, or by two organisers at once, makes one version', async () => {
    const scene = await editionToBind(services);
    await scene.sessions.plenary.publish();
    const done = await Promise.all([scene.bind(1), scene.bind(1), scene.bind(1)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.filter((each) => !each.ok && each.reason === 'already-bound')).toHaveLength(2);
    expect(await scene.bind(2)).toEqual({ ok: false, reason: 'unchanged' });
  });

  test('is refused where nothing is published, and where it is not what the organiser saw', async () => {
    const scene = await editionToBind(services);
    expect(await scene.bind(1)).toEqual({ ok: false, reason: 'empty' });
    const { seen } = await planVolume(database.db, await scene.organised());
    await scene.sessions.plenary.publish();
    const { bindVolume } = await import('#server/volumes/bind-volume.ts');
    expect(await bindVolume(services, await scene.organised(), scene.viewer, { number: 1, seen })).toEqual({
      ok: false,
      reason: 'changed',
    });
  });

  test('takes what the organiser wrote, left out and moved', async () => {
    const scene = await editionToBind(services);
    const { plenary, energy, closing } = scene.sessions;
    for (const session of [plenary, energy, closing]) await session.publish();
    const scope = await scene.organised();
    expect(await saveVolumeTexts(services, scope, scene.viewer, { ...TEXTS, revision: 1 })).toEqual({ ok: true });
    expect(await saveVolumeTexts(services, scope, scene.viewer, { ...TEXTS, revision: 1 })).toEqual({ ok: false, reason: 'stale' });
    await includeSession(services, scope, scene.viewer, { meetingId: energy.meeting.id, included: false });
    await moveSession(services, scope, scene.viewer, { meetingId: closing.meeting.id, steps: -1 });
    await scene.bind(1);
    const { public: frame } = await framesOut(scene);
    expect(frame).toMatchObject({ note: NOTE, volume: { title: 'Comptes-rendus', startsOn: '2023-09-18' } });
    const slugs = frame.entries.map(({ slug }) => slug);
    expect(slugs).not.toContain(energy.meeting.slug);
    expect(slugs.indexOf(closing.meeting.slug)).toBeLessThan(3);
    await moveSession(services, scope, scene.viewer, null);
    const plan = await planVolume(database.db, scope);
    expect(plan.sessions.map(({ title }) => title)[0]).toBe('Plénière');
    expect(plan.sessions.find(({ title }) => title === 'Énergie')?.included).toBe(false);
  });

  test('keeps a session for members out of the public volume, in the internal one alone', async () => {
    const scene = await editionToBind(services);
    const closed = await scene.session('Bureau', ['18:00', '19:00'], '18', 'members');
    await closed.publish();
    await scene.sessions.plenary.publish();
    await scene.bind(1);
    const frames = await framesOut(scene);
    expect(JSON.stringify(frames.public)).not.toContain(closed.meeting.slug);
    expect(frames.internal.entries.map(({ slug }) => slug)).toContain(closed.meeting.slug);
  });
});

describe('a volume that binds itself again', () => {
  test('takes several errata in one version, keeps cover and note as they were bound, and does nothing twice', async () => {
    const scene = await editionToBind(services);
    const { plenary, energy, closing } = scene.sessions;
    await plenary.publish();
    await energy.publish();
    const scope = await scene.organised();
    await saveVolumeTexts(services, scope, scene.viewer, { ...TEXTS, revision: 1 });
    await scene.bind(1);
    await saveVolumeTexts(services, scope, scene.viewer, { ...TEXTS, note: 'Brouillon de la suite.', revision: 2 });
    await plenary.publish('Le chiffre est de 12.');
    await energy.publish('La ville est Morón.');
    await closing.publish();
    const done = await Promise.all([1, 2, 3].map(() => bindAgain(services, scene.edition.id)));
    expect(done.filter((number) => number !== null)).toEqual([2]);
    const { public: frame } = await framesOut(scene);
    expect(frame.note).toBe(NOTE);
    expect(frame.entries).toMatchObject([
      { number: 0, version: 2, slug: plenary.meeting.slug },
      {},
      {},
      { number: 3, kind: 'minutes', version: 1, slug: closing.meeting.slug },
    ]);
    const [latest] = await listBoundVersions(database.db, scope);
    expect(latest).toMatchObject({ number: 2, boundByName: '' });
  });

  test('is queued in the transaction that publishes, unless the organiser said no or nothing is bound', async () => {
    const scene = await editionToBind(services);
    const queued: string[] = [];
    const telling = {
      ...services,
      jobs: { ...services.jobs, enqueueAll: async (_trx: unknown, queue: string) => void queued.push(queue) },
    };
    const { sealed } = { sealed: () => queued.filter((queue) => queue === 'bind-volume').length };
    const { publishMinutes } = await import('#server/minutes/publish-minutes.ts');
    const publish = async (number: number) =>
      publishMinutes(
        telling,
        await scene.sessions.plenary.scope(),
        scene.viewer,
        number === 1 ? { number } : { number, reason: 'erratum', note: 'x' },
      );
    await publish(1);
    expect(sealed()).toBe(0);
    await scene.bind(1);
    const { paragraphOf } = await import('#tests/minutes/two-versions.ts');
    await scene.sessions.plenary.say(paragraphOf('n1', 'Encore.'));
    await publish(2);
    expect(sealed()).toBe(1);
    await saveVolumeTexts(services, await scene.organised(), scene.viewer, { ...TEXTS, rebind: false, revision: 1 });
    await scene.sessions.plenary.say(paragraphOf('n2', 'Encore une fois.'));
    await publish(3);
    expect(sealed()).toBe(1);
    expect(await bindAgain(services, scene.edition.id)).toBeNull();
  });
});

describe('what was redacted in a session', () => {
  test('is gone from the volumes before, their files and the texts around, and the next one does not say it', async () => {
    const scene = await editionToBind(services);
    const { plenary, energy } = scene.sessions;
    await plenary.publish('Mme Zygomatique est malade.');
    await energy.publish();
    const scope = await scene.organised();
    await scene.bind(1);
    await saveVolumeTexts(services, scope, scene.viewer, { ...TEXTS, note: 'Avec Mme Zygomatique.', revision: 1 });
    await scene.bind(2);
    await database.db
      .updateTable('volumeFiles')
      .set({ state: 'ready', body: Buffer.from('Zygomatique'), finishedAt: '2023-10-01T00:00:00Z' })
      .where('editionId', '=', scene.edition.id)
      .execute();
    const order = { number: 1, words: ['Zygomatique'], reason: 'Donnée de santé.' };
    expect(await redactMinutes(services, await plenary.scope(), scene.viewer, order)).toMatchObject({ ok: true });
    expect(await database.db.selectFrom('volumeFiles').select('number').where('editionId', '=', scene.edition.id).execute()).toEqual([]);
    const versions = await listBoundVersions(database.db, scope);
    expect(versions.map(({ number, redactedAt }) => [number, redactedAt !== null])).toEqual([
      [2, true],
      [1, false],
    ]);
    const everything = await sql<{ text: string }>`
      select coalesce(string_agg(t::text, ' '), '') as text from (select content from volume_versions union all select note from volumes) t
    `.execute(database.db);
    expect(everything.rows[0]?.text).not.toMatch(/zygomatique/i);
    expect(await scene.bind(3)).toMatchObject({ ok: true });
  });
});
