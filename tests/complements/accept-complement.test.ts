import { describe, expect, test } from 'vitest';
import { acceptComplement, type WantedAcceptance } from '#server/complements/accept-complement.ts';
import { fingerprintOf, placesOf } from '#server/complements/find-place.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { type PlaceInReview, paragraph, placeInReview, saying } from './place.ts';

const database = useDatabase();
const services = useServices(database);
const NOTES = [paragraph('p1', 'Deux villes restent engagées dans ce pays.'), paragraph('p2', 'La ville a participé à la rencontre.')];

/** As a click on the page would: with the words that it shows now. */
async function accept(place: PlaceInReview, id: string, more: Partial<WantedAcceptance> = {}, by = place.claire) {
  const { blockId } = await place.stored(id);
  const seen = fingerprintOf(placesOf(await readNotesWithin(services.db, place.meeting.id)).get(blockId ?? ''));
  return acceptComplement(services, by, { id, seen, text: null, into: null, identity: null, answer: '', ...more });
}

describe('accepting', () => {
  test('a replacement makes the notes say it, is recorded with who and when, and told to open pages', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = await place.propose({
      kind: 'replace',
      blockId: 'p1',
      baseText: NOTES[0]?.inline[0]?.text ?? '',
      proposed: saying('Deux villes restent engagées au Nicaragua.'),
    });
    services.told.length = 0;
    expect(await accept(place, asked.id)).toEqual({ ok: true, authorName: 'Awa Diop' });
    expect(await place.texts()).toEqual(['Deux villes restent engagées au Nicaragua.', 'La ville a participé à la rencontre.']);
    const row = await place.stored(asked.id);
    expect(row).toMatchObject({ state: 'accepted', decidedBy: place.organiser.id, decidedByName: 'Claire Morel', revision: 2 });
    expect(row.applied).toMatchObject({ blockId: 'p1', edited: false, inline: [{ text: 'Deux villes restent engagées au Nicaragua.' }] });
    expect(services.told.map(({ topic }) => topic)).toContain('minutes');
    const audit = await services.db.selectFrom('auditEntries').select(['action', 'personId']).where('subjectId', '=', asked.id).execute();
    expect(audit).toEqual([{ action: 'complement.accepted', personId: place.organiser.id }]);
  });

  test('what the organiser made of it', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = await place.propose({
      kind: 'replace',
      blockId: 'p2',
      baseText: 'La ville a participé à la rencontre.',
      proposed: saying('La ville y était.'),
    });
    await accept(place, asked.id, { text: 'La ville y a participé.' });
    expect((await place.texts())[1]).toBe('La ville y a participé.');
    expect((await place.stored(asked.id)).applied).toMatchObject({ edited: true });
  });

  test('keeps the marks of the words that stay', async () => {
    const place = await placeInReview(services, [
      paragraph('p', '', { inline: [{ text: 'La ' }, { text: 'ville de Fougères', bold: true }, { text: ' reste.' }] }),
    ]);
    const asked = await place.propose({
      kind: 'replace',
      blockId: 'p',
      baseText: 'La ville de Fougères reste.',
      proposed: saying('La ville de Fougères restera.'),
    });
    await accept(place, asked.id);
    expect((await place.lines())[0]?.inline).toEqual([{ text: 'La ' }, { text: 'ville de Fougères', bold: true }, { text: ' restera.' }]);
  });

  test('an insertion after its paragraph, in its kind, once; or at the end of the point', async () => {
    const place = await placeInReview(services, NOTES);
    const after = await place.propose({ kind: 'insert', blockId: 'p1', proposed: { kind: 'takeaway', inline: [{ text: 'À noter.' }] } });
    const atEnd = await place.propose({ kind: 'insert', blockId: null, proposed: saying('Enfin.') });
    await accept(place, after.id);
    await accept(place, atEnd.id);
    expect((await place.lines()).map(({ id, kind }) => [id, kind])).toEqual([
      ['p1', 'text'],
      [`c-${after.id}`, 'takeaway'],
      ['p2', 'text'],
      [`c-${atEnd.id}`, 'text'],
    ]);
  });

  test('a deletion; and one of a paragraph that is gone already', async () => {
    const place = await placeInReview(services, NOTES);
    const [asked, gone] = [
      await place.propose({ kind: 'delete', blockId: 'p1' }),
      await place.propose({ kind: 'delete', blockId: 'never' }),
    ];
    expect(await accept(place, asked.id)).toMatchObject({ ok: true });
    expect(await accept(place, gone.id)).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual(['La ville a participé à la rencontre.']);
  });

  test('a comment is handled, with an answer or without, and the notes stay', async () => {
    const place = await placeInReview(services, NOTES);
    const asked = await place.propose({ kind: 'comment', blockId: 'p1', comment: 'Est-ce bien en 2018 ?' });
    await accept(place, asked.id, { answer: 'Vérifié, oui.' });
    expect(await place.stored(asked.id)).toMatchObject({ state: 'accepted', reason: 'Vérifié, oui.', applied: null });
    expect(await place.texts()).toEqual(NOTES.map(({ inline }) => inline[0]?.text));
  });
});

describe('when the paragraph changed since', () => {
  async function changedSince(now: string, proposed: string) {
    const place = await placeInReview(services, [paragraph('p', now)]);
    const asked = await place.propose({
      kind: 'replace',
      blockId: 'p',
      baseText: 'Une rencontre a lieu à Amsterdam en 2018.',
      proposed: saying(proposed),
    });
    return { place, asked };
  }

  test('what changed elsewhere in it is kept beside what is accepted', async () => {
    const { place, asked } = await changedSince(
      'Une rencontre européenne a lieu à Amsterdam en 2018.',
      'Une rencontre a lieu à Amsterdam en avril 2018.',
    );
    expect(await accept(place, asked.id)).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual(['Une rencontre européenne a lieu à Amsterdam en avril 2018.']);
  });

  test('a contradiction is for the organiser to settle', async () => {
    const { place, asked } = await changedSince('Une rencontre a lieu à Rotterdam en 2018.', 'Une rencontre a lieu à Utrecht en 2018.');
    expect(await accept(place, asked.id)).toEqual({ ok: false, reason: 'conflict' });
    expect((await place.stored(asked.id)).state).toBe('open');
    expect(await accept(place, asked.id, { text: 'Une rencontre a lieu à Utrecht, puis à Rotterdam, en 2018.' })).toMatchObject({
      ok: true,
    });
    expect(await place.texts()).toEqual(['Une rencontre a lieu à Utrecht, puis à Rotterdam, en 2018.']);
  });

  test('other words than those on the organiser’s page are never written over', async () => {
    const { place, asked } = await changedSince('Une rencontre a lieu à Amsterdam en 2018.', 'Une rencontre a lieu à Utrecht en 2018.');
    expect(await accept(place, asked.id, { seen: '0123456789abcdef', text: 'Autre chose' })).toEqual({ ok: false, reason: 'changed' });
    expect(await place.texts()).toEqual(['Une rencontre a lieu à Amsterdam en 2018.']);
  });

  test('of a paragraph that is gone one asks where to put it', async () => {
    const place = await placeInReview(services, NOTES);
    const replace = await place.propose({ kind: 'replace', blockId: 'gone', baseText: 'Parti', proposed: saying('Revenu') });
    const insert = await place.propose({ kind: 'insert', blockId: 'gone', proposed: saying('Ajouté') });
    expect(await accept(place, replace.id)).toEqual({ ok: false, reason: 'gone' });
    expect(await accept(place, insert.id)).toEqual({ ok: false, reason: 'gone' });
    await accept(place, replace.id, { into: { agendaItemId: place.first, after: null } });
    await accept(place, insert.id, { into: { agendaItemId: place.first, after: 'p1' } });
    const [one, two] = NOTES.map(({ inline }) => inline[0]?.text);
    expect(await place.texts()).toEqual([one, 'Ajouté', two, 'Revenu']);
    const elsewhere = await place.propose({ kind: 'insert', blockId: 'gone', proposed: saying('Ailleurs') });
    expect(await accept(place, elsewhere.id, { into: { agendaItemId: crypto.randomUUID(), after: null } })).toEqual({
      ok: false,
      reason: 'gone',
    });
  });
});

describe('an identity', () => {
  test('is put right in the attendance of that day and in the turns typed for it, not in the directory', async () => {
    const place = await placeInReview(services, []);
    const { writerAttendance: attendance } = place;
    await services.db.updateTable('attendances').set({ function: 'maire', organisationName: 'Ville de Bouguenais' }).where('id', '=', attendance.id).execute(); // biome-ignore format: one statement
    const turn = (id: string, text: string) => paragraph(id, text, { kind: 'turn', speakerId: attendance.id });
    const blocks = [turn('t1', 'Awa Diop, maire, Ville de Bouguenais :'), paragraph('p', 'Awa Diop, maire'), turn('t2', 'Mme Diop :')];
    await appendBlocks(services, place.meeting.id, place.first, blocks, place.organiser.id);
    const proposed = { name: 'Awa Diop-Sarr', function: 'maire adjointe', organisation: 'Ville de Bouguenais' };
    const asked = await place.propose({ kind: 'identity', agendaItemId: null, proposed });
    expect(await accept(place, asked.id)).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual(['Awa Diop-Sarr, maire adjointe, Ville de Bouguenais :', 'Awa Diop, maire', 'Mme Diop :']);
    const now = await services.db.selectFrom('attendances').selectAll().where('id', '=', attendance.id).executeTakeFirstOrThrow();
    expect(now).toMatchObject({ givenName: 'Awa', familyName: 'Diop-Sarr', function: 'maire adjointe' });
    const person = await services.db.selectFrom('people').select('familyName').where('id', '=', place.writer.id).executeTakeFirstOrThrow();
    expect(person.familyName).toBe('Diop');
  });

  test('of whoever came in somebody’s place is the substitute’s', async () => {
    const place = await placeInReview(services, []);
    await services.db.updateTable('attendances').set({ answer: 'represented', substituteName: 'Paul Roy' }).where('id', '=', place.writerAttendance.id).execute(); // biome-ignore format: one statement
    const asked = await place.propose({ kind: 'identity', proposed: { name: 'Paule Roy', function: '', organisation: '' } });
    await accept(place, asked.id);
    const now = await services.db
      .selectFrom('attendances')
      .selectAll()
      .where('id', '=', place.writerAttendance.id)
      .executeTakeFirstOrThrow();
    expect(now).toMatchObject({ givenName: 'Awa', familyName: 'Diop', substituteName: 'Paule Roy' });
  });
});
