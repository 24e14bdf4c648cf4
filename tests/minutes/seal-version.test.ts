import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { enterMinutes } from '#server/minutes/access.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { readProof } from '#server/minutes/read-proof.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { testServices, useServices } from '#tests/support/services.ts';
import { paragraphOf } from './two-versions.ts';
import { faultsOf } from './verify-proof.ts';
import { meetingToPublish, servedChain } from './versions-scene.ts';

const database = useDatabase();
const services = useServices(database);

async function threeVersions() {
  const scene = await meetingToPublish(services);
  const scope = await scene.scopeOf(scene.organiser);
  for (const number of [1, 2, 3]) {
    if (number > 1) await scene.say(paragraphOf(`x${number}`, `Ajouté pour la version ${number}.`));
    expect(await publishMinutes(services, scope, viewerOf(scene.organiser), { number })).toMatchObject({ ok: true });
  }
  return { ...scene, scope, chain: await servedChain(services, scene.meeting.slug, scope, 3) };
}

describe('a published version', () => {
  test('is proven by what is served alone: text, parts, root, signature, chain', async () => {
    const { chain } = await threeVersions();
    expect(faultsOf(chain)).toEqual([]);
    expect(canonicalize(JSON.parse(chain[2]?.text ?? ''))).toBe(chain[2]?.text);
    expect(new Set(chain.map(({ proof }) => proof.publicKey)).size).toBe(1);
  });

  test('no longer fits its proof when one byte of it, of a part, of the envelope or of the signature is another', async () => {
    const { chain } = await threeVersions();
    const [first, second, third] = chain;
    if (!first || !second || !third?.text || !third.proof.envelope || !third.proof.leaves) throw new Error('Three versions were wanted.');
    const withProof = (proof: Partial<typeof third.proof>) => faultsOf([first, second, { ...third, proof: { ...third.proof, ...proof } }]);
    expect(faultsOf([first, second, { ...third, text: third.text.replace('Morón', 'Moron') }])).toEqual([
      'v3: text',
      expect.stringMatching(/^v3: part \/sections\/0\/entries\/0\/blocks\/0/),
    ]);
    expect(withProof({ envelope: third.proof.envelope.replace('"number":3', '"number":4') })).toContain('v3: signature');
    const [leaf, ...others] = third.proof.leaves.public;
    if (!leaf) throw new Error('There are no leaves.');
    expect(
      withProof({ leaves: { public: [{ ...leaf, hash: leaf.hash.replace(/^./, (c) => (c === '0' ? '1' : '0')) }, ...others] } }),
    ).toContain('v3: root');
    expect(withProof({ leaves: { public: others } })).toContain('v3: leaves');
    const signature = Buffer.from(third.proof.signature ?? '', 'base64');
    signature[5] = (signature[5] ?? 0) ^ 1;
    expect(withProof({ signature: signature.toString('base64') })).toEqual(['v3: signature']);
    expect(faultsOf([first, third])).toContain('v3: chain');
  });

  test('that says the same twice has other hashes each time, so that nobody finds words by hashing guesses', async () => {
    const [a, b] = [await meetingToPublish(services), await meetingToPublish(services)];
    const hashes = await Promise.all(
      [a, b].map(async (scene) => {
        await publishMinutes(services, await scene.scopeOf(scene.organiser), viewerOf(scene.organiser), { number: 1 });
        return readProof(services, null, scene.meeting.slug, '1');
      }),
    );
    const leaves = (index: number) => hashes[index]?.leaves?.public.find(({ id }) => id === '/sections/0/entries/0/blocks/0')?.hash;
    expect(leaves(0)).toBeDefined();
    expect(leaves(0)).not.toBe(leaves(1));
  });

  test('has a proof for whoever may read it, and none where there is no such version', async () => {
    const { meeting } = await threeVersions();
    for (const number of ['0', '4', 'x', '1.5', '-1'])
      await expect(readProof(services, null, meeting.slug, number)).rejects.toMatchObject({ init: { status: 404 } });
    await database.db.updateTable('meetings').set({ visibility: 'members' }).where('id', '=', meeting.id).execute();
    await expect(readProof(services, null, meeting.slug, '1')).rejects.toMatchObject({ status: 302 });
  });

  test('is signed by one key, however many processes publish for the first time at once', async () => {
    const processes = await Promise.all([1, 2, 3, 4].map(() => testServices(database)));
    const scenes = await Promise.all(processes.map(() => meetingToPublish(services)));
    await database.db.updateTable('signingKeys').set({ retiredAt: '2022-06-01T08:00:00Z' }).execute();
    const published = await Promise.all(
      scenes.map(async (scene, index) =>
        publishMinutes(processes[index] ?? services, await scene.scopeOf(scene.organiser), viewerOf(scene.organiser), { number: 1 }),
      ),
    );
    expect(published.every(({ ok }) => ok)).toBe(true);
    const live = await database.db.selectFrom('signingKeys').select('id').where('retiredAt', 'is', null).execute();
    expect(live).toHaveLength(1);
    for (const { mailbox } of processes) await mailbox.stop();
  });

  test('of before envelopes stays readable, and its proof says what there is', async () => {
    const { meeting, organiser, scopeOf } = await meetingToPublish(services);
    const scope = await scopeOf(organiser);
    await publishMinutes(services, scope, viewerOf(organiser), { number: 1 });
    const { version } = await enterMinutes(services, null, meeting.slug);
    const old = await database.db.selectFrom('minutes').select('id').where('meetingId', '=', meeting.id).executeTakeFirstOrThrow();
    const bare = { minutesId: old.id, number: 2, publishedByName: 'Inès Robledo', content: version.content, sha256: version.sha256 };
    await database.db.insertInto('minutesVersions').values(bare).execute();
    expect((await enterMinutes(services, null, meeting.slug)).version.number).toBe(2);
    const proof = await readProof(services, null, meeting.slug, '2');
    expect(proof).toMatchObject({ envelope: null, signature: null, leaves: null, sha256: version.sha256.toString('hex') });
  });
});
