import { describe, expect, test } from 'vitest';
import { REDACTED } from '#app/model/redaction.ts';
import { readMinutesStatus } from '#db/minutes/read-status.ts';
import { findSealedVersion } from '#db/minutes/read-versions.ts';
import { enterMinutes, enterSeal } from '#server/minutes/access.ts';
import { noteVersion } from '#server/minutes/note-version.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { readProof } from '#server/minutes/read-proof.ts';
import { redactMinutes } from '#server/minutes/redact-minutes.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { REASON, WORD, wordThatIsOut } from './redaction-scene.ts';
import { tablesWith } from './tables-with.ts';
import { paragraphOf } from './two-versions.ts';
import { faultsOf, leafHash, merkleRoot, parts, type ServedProof } from './verify-proof.ts';
import { meetingToPublish, servedChain } from './versions-scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('a word that is redacted', () => {
  test('is in no table any more, in whatever run, table, name or capitals it stood', async () => {
    const { scope, by } = await wordThatIsOut(services);
    const before = await tablesWith(database, WORD);
    for (const table of ['agenda_items', 'complements', 'follow_ups', 'minutes_files', 'minutes_versions', 'reviews'])
      expect(before).toContain(table);
    expect(await redactMinutes(services, scope, by, { number: 2, words: [WORD], reason: REASON })).toEqual({ ok: true, number: 3 });
    expect(await tablesWith(database, WORD)).toEqual([]);
    const notes = JSON.stringify(await readNotes(services, scope));
    expect(notes).toContain(`Mme Jeanne `);
    expect(notes.split(REDACTED)).toHaveLength(6);
    // and what is published next does not say it again
    expect(await publishMinutes(services, scope, by, { number: 4 })).toEqual({ ok: true, number: 4 });
    expect(await tablesWith(database, WORD)).toEqual([]);
  });

  test('that is somebody’s name no longer stands beside what they were to do; nobody else loses theirs', async () => {
    const { scope, by } = await wordThatIsOut(services);
    const { db } = database;
    const [named, other] = [await makePerson(db, { givenName: 'Jeanne', familyName: WORD }), await makePerson(db)];
    const [first, second] = await db.selectFrom('followUps').select('id').where('meetingId', '=', scope.meetingId).execute();
    for (const [followUp, owner] of [
      [first, named],
      [second, other],
    ] as const)
      await db
        .updateTable('followUps')
        .set({ ownerId: owner.id })
        .where('id', '=', followUp?.id ?? '')
        .execute();
    await redactMinutes(services, scope, by, { number: 2, words: [`Jeanne ${WORD}`], reason: REASON });
    const owners = await db.selectFrom('followUps').select('ownerId').where('meetingId', '=', scope.meetingId).execute();
    expect(owners.flatMap(({ ownerId }) => ownerId ?? [])).toEqual([other.id]);
    await db.deleteFrom('people').where('id', '=', named.id).execute();
  });

  test('leaves a new version that says all the rest, and pages that tell when and why the others are gone', async () => {
    const { scope, by, meeting, minutesId } = await wordThatIsOut(services);
    await redactMinutes(services, scope, by, { number: 2, words: [`Jeanne ${WORD}`], reason: REASON });
    const { version } = await enterMinutes(services, null, meeting.slug);
    expect(version.number).toBe(3);
    expect(version.content).toContain('Rien d’autre.');
    expect(version.content).toContain(`Mme ${REDACTED}`);
    for (const number of ['1', '2']) {
      await expect(enterMinutes(services, null, meeting.slug, number)).rejects.toMatchObject({ init: { status: 410 } });
      const { redacted } = await enterSeal(services, null, meeting.slug, number);
      expect(redacted).toMatchObject({ number: Number(number), by: 3, reason: REASON, latest: 3 });
    }
    const files = await database.db.selectFrom('minutesFiles').select('number').distinct().where('minutesId', '=', minutesId).execute();
    expect(files).toEqual([{ number: 3 }]);
  });

  test('leaves the rest provably unchanged: the root of before comes out of what is served now', async () => {
    const { scope, by, meeting } = await wordThatIsOut(services);
    await redactMinutes(services, scope, by, { number: 2, words: [WORD], reason: REASON });
    const chain = await servedChain(services, meeting.slug, scope, 3);
    expect(faultsOf(chain)).toEqual([]);
    const [, before, now] = chain;
    const served = new Map(parts(JSON.parse(now?.text ?? '')));
    const leaves = before?.proof.leaves?.public ?? [];
    const hashes = leaves.map(({ id, salt, hash }) => (salt === null ? hash : leafHash(id, served.get(id) ?? null, salt)));
    const root = merkleRoot(hashes.map((hash) => Buffer.from(hash, 'hex'))).toString('hex');
    expect(root).toBe(JSON.parse(before?.proof.envelope ?? '').public.root);
    const gone = leaves.filter(({ salt }) => salt === null).map(({ id }) => id);
    const changed = [...served].filter(([, value]) => JSON.stringify(value).includes(REDACTED)).map(([id]) => id);
    expect(gone.toSorted()).toEqual(changed.toSorted());
    expect(gone.length).toBeLessThan(leaves.length / 2);
  });

  test('takes no salt along by which somebody could try names, also after a second redaction', async () => {
    const { scope, by, meeting } = await wordThatIsOut(services);
    await redactMinutes(services, scope, by, { number: 2, words: [WORD], reason: REASON });
    await redactMinutes(services, scope, by, { number: 3, words: ['Morón'], reason: 'Autre motif.' });
    const { text } = (await servedChain(services, meeting.slug, scope, 4))[3] ?? {};
    const served = new Map(parts(JSON.parse(text ?? '')));
    for (const number of ['1', '2', '3']) {
      const proof = JSON.parse(JSON.stringify(await readProof(services, by, meeting.slug, number))) as ServedProof;
      for (const { id, salt, hash } of [...(proof.leaves?.public ?? []), ...(proof.leaves?.internal ?? [])]) {
        const value = served.get(id);
        if (salt !== null && value !== undefined && JSON.stringify(value).includes(REDACTED)) expect(leafHash(id, value, salt)).toBe(hash);
      }
      expect(proof.leaves?.public.find(({ id }) => id.endsWith('/blocks/0'))?.salt).toBeNull();
    }
  });

  test('takes a whole name from the speaker, the annex and the attendance of the meeting, and not from the directory', async () => {
    const { scope, by, meeting, speaker } = await wordThatIsOut(services);
    await redactMinutes(services, scope, by, { number: 2, words: ['Karim Belhadj'], reason: REASON });
    const { version } = await enterMinutes(services, null, meeting.slug);
    expect(version.content).not.toContain('Belhadj');
    expect(version.content).toContain(`"speaker":{"function":"Élu","name":"${REDACTED}"`);
    const person = await database.db.selectFrom('people').select('familyName').where('id', '=', speaker.id).executeTakeFirstOrThrow();
    expect(person.familyName).toBe('Belhadj');
    const attended = await database.db
      .selectFrom('attendances')
      .select(['givenName', 'familyName'])
      .where('meetingId', '=', meeting.id)
      .execute();
    expect(attended).toEqual([{ givenName: '', familyName: REDACTED }]);
  });
});

describe('a redaction is refused', () => {
  test('to whoever does not organise the meeting', async () => {
    const { speaker, scopeOf } = await wordThatIsOut(services);
    const order = { number: 2, words: [WORD], reason: REASON };
    expect(await redactMinutes(services, await scopeOf(speaker), viewerOf(speaker), order)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('twice at once, with a stale number, and before anything is out: one is made, the other is told which', async () => {
    const { scope, by, other } = await wordThatIsOut(services);
    const order = { number: 2, words: [WORD], reason: REASON };
    const both = await Promise.all([by, viewerOf(other)].map((who) => redactMinutes(services, scope, who, order)));
    expect(both).toContainEqual({ ok: true, number: 3 });
    expect(both).toContainEqual({ ok: false, reason: 'stale', number: 3 });
    const fresh = await meetingToPublish(services);
    expect(await redactMinutes(services, await fresh.scopeOf(fresh.organiser), by, { ...order, number: 1 })).toEqual({
      ok: false,
      reason: 'stale',
      number: 0,
    });
  });

  test('without a reason, with one that repeats the words, without words, with one letter, with words that are nowhere', async () => {
    const { scope, by } = await wordThatIsOut(services);
    const redact = (order: object) => redactMinutes(services, scope, by, { number: 2, words: [WORD], reason: REASON, ...order });
    expect(await redact({ reason: '' })).toEqual({ ok: false, reason: 'reason-empty' });
    expect(await redact({ reason: `Pour ${WORD}` })).toEqual({ ok: false, reason: 'reason-repeats' });
    // half a name tells the whole one
    expect(await redact({ words: [`Jeanne ${WORD}`], reason: `À la demande de Mme ${WORD}` })).toEqual({
      ok: false,
      reason: 'reason-repeats',
    });
    for (const words of [[], ['a'], ['—'], Array.from({ length: 21 }, () => 'abc')])
      expect(await redact({ words })).toEqual({ ok: false, reason: 'words-unfit' });
    expect(await redact({ words: ['Introuvable'] })).toEqual({ ok: false, reason: 'nothing-found' });
    expect((await findSealedVersion(database.db, scope, 2))?.redactedAt).toBeNull();
  });
});

test('an editor’s note is a new version of the same words, chained and proven, and shown with its date', async () => {
  const { scope, by, meeting, say } = await wordThatIsOut(services);
  await say(paragraphOf('later', 'Écrit dans les notes depuis.'));
  expect(await noteVersion(services, scope, by, { number: 2, text: 'Le budget a été voté depuis.' })).toEqual({ ok: true, number: 3 });
  const { version } = await enterMinutes(services, null, meeting.slug);
  const { notes } = JSON.parse(version.content);
  expect(notes).toEqual([
    { kind: 'erratum', number: 2, day: '2022-06-01', text: `Jeanne ${WORD} est citée.` },
    { kind: 'editor_note', number: 3, day: '2022-06-01', text: 'Le budget a été voté depuis.' },
  ]);
  expect(version.content).not.toContain('depuis les notes');
  expect(version.content).not.toContain('Écrit dans les notes');
  expect(faultsOf(await servedChain(services, meeting.slug, scope, 3))).toEqual([]);
  expect((await readMinutesStatus(database.db, scope)).steps.map(({ number }) => number)).toEqual([3]);
  expect(await noteVersion(services, scope, by, { number: 2, text: 'Encore' })).toEqual({ ok: false, reason: 'stale', number: 3 });
  expect(await noteVersion(services, scope, by, { number: 3, text: '' })).toEqual({ ok: false, reason: 'note-empty' });
});
