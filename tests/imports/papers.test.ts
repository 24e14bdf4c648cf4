import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportDraft, PieceKind } from '#app/model/imports.ts';
import { parseWhen } from '#app/model/when.ts';
import { draftSections } from '#server/imports/draft-sections.ts';
import { readPlainText } from '#server/imports/read-plain-text.ts';

const paper = (name: string) => readPlainText(readFileSync(`tests/minutes/papers/${name}.txt`, 'utf8'));
const count = ({ pieces }: ImportDraft, kind: PieceKind) => pieces.filter((piece) => piece.kind === kind).length;
const words = (draft: ImportDraft, kind: PieceKind) =>
  draft.pieces.filter((piece) => piece.kind === kind).map(({ inline }) => inline.map((run) => run.text).join(''));

describe('minutes by turns, with lines broken by the page', () => {
  const draft = paper('brainstorming');

  test('every turn is read, and whose it is', () => {
    expect(count(draft, 'turn')).toBe(24);
    expect(draft.pieces.filter(({ kind, speakerId }) => kind === 'turn' && speakerId === null)).toEqual([]);
    // 14 who speak, and one who only facilitates
    expect(draft.attendees).toHaveLength(15);
    expect(draft.attendees.filter(({ organisation }) => organisation === '')).toHaveLength(1);
    expect(draft.attendees.filter(({ roles }) => roles.includes('facilitator'))).toHaveLength(2);
  });

  test('28 take-aways at the start of a line, and the three arrows in the middle of one', () => {
    expect(draft.pieces.filter(({ kind, confidence }) => kind === 'takeaway' && confidence === 'sure')).toHaveLength(28);
    expect(draft.pieces.filter(({ kind, confidence }) => kind === 'takeaway' && confidence === 'unsure')).toHaveLength(3);
  });

  test('date and hours as written, the place, the parts', () => {
    expect(draft.header.when).toMatchObject({ value: '2020-11-30T15:00/2020-11-30T16:00', confidence: 'sure' });
    expect(draft.header.placeName.value).toBe('Visioconférence Zoom');
    expect(words(draft, 'section')).toEqual(['Synthèse', 'Conclusion']);
  });

  test('no word ends where a line of the page ended', () => {
    expect(draft.pieces.filter(({ inline }) => inline.some((run) => run.text.includes('\n')))).toEqual([]);
    for (const text of words(draft, 'text')) expect(text).toMatch(/^[\p{Lu}\d]/u);
  });
});

describe('minutes with a table of who was there', () => {
  const draft = paper('groupe-pays');

  test('the eight people of the table, functions and organisations apart', () => {
    expect(draft.attendees).toHaveLength(8);
    expect(draft.attendees.every((one) => one.function !== '' && one.organisation !== '' && one.givenName !== '')).toBe(true);
    expect(draft.attendees.filter(({ roles }) => roles.includes('facilitator'))).toHaveLength(1);
  });

  test('date, hours, address and way there', () => {
    expect(draft.header.when.value).toBe('2014-03-26T14:30/2014-03-26T16:00');
    expect(draft.header.placeAddress.value).toContain('75018 Paris');
    expect(draft.header.placeAccess.value).toMatch(/^Métro/);
  });

  test('its parts, and the points within one of them', () => {
    expect(count(draft, 'section')).toBe(7);
    expect(words(draft, 'heading')).toHaveLength(3);
    expect(words(draft, 'section')).not.toContainEqual(expect.stringMatching(/^Objectifs/));
  });

  test('the table of what comes next is a table of four rows', () => {
    const last = draftSections(draft).at(-1)?.blocks.at(-1);
    expect(last?.type === 'table' && last.rows).toHaveLength(4);
  });
});

describe('fifteen sessions in one paper, told in the third person', () => {
  const draft = paper('rencontres');

  test('a part for each session; the table of contents is none', () => {
    expect(count(draft, 'section')).toBe(15);
    expect(words(draft, 'section')).not.toContainEqual(expect.stringMatching(/\t/));
  });

  test('what is reported is put under the name of who said it', () => {
    expect(count(draft, 'told')).toBeGreaterThanOrEqual(36);
    expect(draft.attendees.length).toBeGreaterThanOrEqual(70);
    expect(draft.attendees.filter(({ function: job }) => job !== '').length).toBeGreaterThan(65);
  });

  test('two days, and no hour that belongs to one session only', () => {
    expect(draft.header.when.value).toBe('2023-09-18/2023-09-19');
  });
});

test('a day with its programme: people of a table in levels, with the organisation of the row above', () => {
  const draft = paper('journee');
  expect(draft.attendees.length).toBeGreaterThanOrEqual(25);
  expect(draft.attendees.filter(({ organisation }) => organisation !== '').length).toBeGreaterThanOrEqual(23);
  expect(draft.header.when.value).toBe('2011-02-10T10:00/2011-02-10T16:30');
  expect(draft.header.placeName.value).toBe('Maison des Suds');
  expect(count(draft, 'section')).toBeGreaterThanOrEqual(12);
});

test('a roadmap is no minutes: only its year is known, and its addresses are kept for nobody', () => {
  const draft = paper('feuille-de-route');
  expect(draft.header.kind.value).toBe('other');
  expect(draft.header.when).toMatchObject({ value: '2022', confidence: 'unsure' });
  expect(count(draft, 'section')).toBeGreaterThanOrEqual(10);
  expect(draft.attendees).toHaveLength(4);
  expect(draft.attendees.every(({ email, keepEmail }) => email !== '' && !keepEmail)).toBe(true);
});

describe('dates', () => {
  const when = (line: string) => readPlainText(`Réunion du comité\n${line}\n\nPoint 1\n`).header.when;

  test.each([
    ['Lundi 30 novembre 2020', '2020-11-30'],
    ['Le 1er mars 2021, 9h-10h30', '2021-03-01T09:00/2021-03-01T10:30'],
    ['10/02/2011', '2011-02-10'],
    ['Septembre 2022', '2022-09'],
    ['Les 18 et 19 septembre 2023', '2023-09-18/2023-09-19'],
    ['date à préciser', 'XXXX'],
    ['Le 31 février 2021', 'XXXX'],
  ])('%s', (line, edtf) => {
    expect(when(line).value).toBe(edtf);
    expect(parseWhen(when(line).value)).not.toBeNull();
  });

  test('a weekday that is not that of the date is to be checked', () => {
    expect(when('Mardi 30 novembre 2020').confidence).toBe('unsure');
  });
});

test('the same text is always read the same, and every piece comes from a part of it', () => {
  const draft = paper('journee');
  expect(paper('journee')).toEqual(draft);
  expect(new Set(draft.pieces.map(({ id }) => id)).size).toBe(draft.pieces.length);
  for (const { part } of draft.pieces) expect(draft.source[part]).toBeDefined();
  expect(new Set(draft.pieces.map(({ part }) => part)).size).toBe(draft.source.length);
});

test('decisions and actions, by their label or under their title; who and for when', () => {
  const draft = readPlainText(
    'Réunion du 3 mai 2021\n\nDécision : Garder le groupe.\n\nActions\n\n- Écrire la note (Jeanne Morel, avant le 15 juin 2021)\n- Relancer\n',
  );
  expect(words(draft, 'decision')).toEqual(['Garder le groupe.']);
  expect(draft.pieces.filter(({ kind }) => kind === 'action')).toMatchObject([
    { assignee: 'Jeanne Morel', due: '2021-06-15', confidence: 'unsure' },
    { assignee: '', due: null },
  ]);
});

test('excused people are told apart', () => {
  const draft = readPlainText(
    'Réunion du 3 mai 2021\n\nPrésents : Jeanne Morel (Ville de Lyon), Paul Petit (Ville de Lille)\n\nExcusés : Luc Roy (Ville de Nancy)\n\nPoint\n',
  );
  expect(draft.attendees.map(({ familyName, excused, organisation }) => [familyName, excused, organisation])).toEqual([
    ['Morel', false, 'Ville de Lyon'],
    ['Petit', false, 'Ville de Lille'],
    ['Roy', true, 'Ville de Nancy'],
  ]);
});
