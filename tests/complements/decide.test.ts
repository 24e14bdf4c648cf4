import { describe, expect, test } from 'vitest';
import { inTransaction } from '#db/transaction.ts';
import { acceptComplement } from '#server/complements/accept-complement.ts';
import { fingerprintOf, placesOf } from '#server/complements/find-place.ts';
import { refuseComplement } from '#server/complements/refuse-complement.ts';
import { reopenComplement } from '#server/complements/reopen-complement.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { editBlocks } from '#server/notes/edit-blocks.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type PlaceInReview, paragraph, placeInReview, saying } from './place.ts';

const database = useDatabase();
const services = useServices(database);
const NOTES = [paragraph('p1', 'Un'), paragraph('p2', 'Deux'), paragraph('p3', 'Trois')];

async function accept(place: PlaceInReview, id: string, by = place.claire) {
  const { blockId } = await place.stored(id);
  const seen = fingerprintOf(placesOf(await readNotesWithin(services.db, place.meeting.id)).get(blockId ?? ''));
  return acceptComplement(services, by, { id, seen, text: null, into: null, identity: null, answer: '' });
}

describe('refusing', () => {
  test('takes a reason, and changes nothing', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = await place.propose({ kind: 'delete', blockId: 'p1' });
    expect(await refuseComplement(services, place.claire, { id: asked.id, reason: '' })).toEqual({ ok: false, reason: 'empty' });
    expect(await refuseComplement(services, place.claire, { id: asked.id, reason: 'Non dit en séance.' })).toMatchObject({ ok: true });
    expect(await place.stored(asked.id)).toMatchObject({ state: 'refused', reason: 'Non dit en séance.', applied: null });
    expect(await place.texts()).toEqual(['Un', 'Deux', 'Trois']);
  });
});

describe('two organisers at once', () => {
  test('one decides, the other is told what and by whom; the notes say it once', async () => {
    const place = await placeInReview(services, NOTES);
    for (let round = 0; round < 5; round += 1) {
      const asked = await place.propose({ kind: 'insert', blockId: 'p1', proposed: saying(`Ajout ${round}`) });
      const answers = await Promise.all([
        accept(place, asked.id, place.claire),
        refuseComplement(services, place.ines, { id: asked.id, reason: 'Non dit en séance.' }),
      ]);
      const { state, decidedByName } = await place.stored(asked.id);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const told = answers.find(({ ok }) => !ok);
      expect(told).toMatchObject({ reason: 'decided', decision: { state, byName: decidedByName } });
      expect((await place.texts()).filter((text) => text === `Ajout ${round}`)).toHaveLength(state === 'accepted' ? 1 : 0);
    }
  });
});

describe('who and when', () => {
  test('nobody but organisers decides', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = await place.propose({ kind: 'delete', blockId: 'p1' });
    const viewer = viewerOf(place.writer);
    const scope = (await findMeetingScope(services, viewer, { id: place.meeting.id })) as OrganisedMeeting;
    const awa = { scope, viewer };
    expect(await accept(place, asked.id, awa)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await refuseComplement(services, awa, { id: asked.id, reason: 'x' })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await reopenComplement(services, awa, asked.id)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('a proposal on another meeting does not exist', async () => {
    const [here, elsewhere] = [await placeInReview(services, NOTES), await placeInReview(services, NOTES)];
    const asked = await elsewhere.propose({ kind: 'delete', blockId: 'p1' });
    expect(await acceptComplement(services, here.claire, { id: asked.id, seen: 'gone', text: null, into: null, identity: null, answer: '' })).toEqual({ ok: false, reason: 'unknown' }); // biome-ignore format: one question
    expect(await reopenComplement(services, here.claire, asked.id)).toEqual({ ok: false, reason: 'unknown' });
    expect((await elsewhere.stored(asked.id)).state).toBe('open');
  });

  test('nothing is decided in approved minutes; in a draft it is, for files that came back', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = await place.propose({ kind: 'delete', blockId: 'p1' });
    const become = (state: 'approved' | 'draft') =>
      services.db.updateTable('minutes').set({ state }).where('id', '=', place.minutes.id).execute();
    await become('approved');
    expect(await accept(place, asked.id)).toEqual({ ok: false, reason: 'closed' });
    await become('draft');
    expect(await accept(place, asked.id)).toMatchObject({ ok: true });
    await become('approved');
    expect(await reopenComplement(services, place.claire, asked.id)).toEqual({ ok: false, reason: 'closed' });
  });
});

describe('undoing a decision', () => {
  test('takes back what it did to the notes: words, insertion, deletion', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = [
      await place.propose({ kind: 'replace', blockId: 'p1', baseText: 'Un', proposed: saying('Un et demi') }),
      await place.propose({ kind: 'insert', blockId: 'p1', proposed: saying('Ajout') }),
      await place.propose({ kind: 'delete', blockId: 'p3' }),
      await place.propose({ kind: 'delete', blockId: 'p1', baseText: 'Un' }),
    ];
    for (const { id } of asked) expect(await accept(place, id)).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual(['Ajout', 'Deux']);
    for (const { id } of asked.toReversed()) expect(await reopenComplement(services, place.ines, id)).toMatchObject({ ok: true });
    expect(await place.lines()).toEqual(NOTES);
    for (const { id } of asked)
      expect(await place.stored(id)).toMatchObject({ state: 'open', applied: null, decidedAt: null, decidedByName: '' });
    expect(await reopenComplement(services, place.ines, asked[0]?.id ?? '')).toEqual({ ok: false, reason: 'open' });
  });

  test('not when somebody went on from it', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = await place.propose({ kind: 'replace', blockId: 'p1', baseText: 'Un', proposed: saying('Un et demi') });
    await accept(place, asked.id);
    await inTransaction(services.db, (trx) =>
      editBlocks(trx, services, {
        ...{ meetingId: place.meeting.id, authorPersonId: place.organiser.id },
        edits: [{ do: 'replace', blockId: 'p1', inline: [{ text: 'Un et demi, ou deux' }] }],
      }),
    );
    expect(await reopenComplement(services, place.claire, asked.id)).toEqual({ ok: false, reason: 'changed' });
    expect((await place.stored(asked.id)).state).toBe('accepted');
  });

  test('of an identity brings the former one back; of a refusal nothing but the proposal', async () => {
    const place = await placeInReview(services, []);
    const identity = await place.propose({
      kind: 'identity',
      proposed: { name: 'Awa Diop', function: 'maire', organisation: 'Ville de Dakar' },
    });
    const refused = await place.propose({ kind: 'comment' });
    await accept(place, identity.id);
    await refuseComplement(services, place.claire, { id: refused.id, reason: 'Hors sujet.' });
    expect(await reopenComplement(services, place.claire, identity.id)).toMatchObject({ ok: true });
    expect(await reopenComplement(services, place.claire, refused.id)).toMatchObject({ ok: true });
    const { function: role, organisationName } = await services.db.selectFrom('attendances').selectAll().where('id', '=', place.writerAttendance.id).executeTakeFirstOrThrow(); // biome-ignore format: one question
    expect([role, organisationName]).toEqual(['', '']);
  });
});
