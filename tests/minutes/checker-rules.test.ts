import { describe, expect, test } from 'vitest';
import { type KnownNames, type KnownPerson, NOTHING_KNOWN } from '#app/model/checker.ts';
import { checkMinutes } from '#server/minutes/checker/check-minutes.ts';
import { fontsDraw } from '#server/minutes/checker/font-coverage.ts';
import { minutesOf } from './checker-content.ts';

const person = (givenName: string, familyName: string, role = '', organisation = ''): KnownPerson => ({
  ...{ givenName, familyName, function: role, organisation },
});
const attended = (...attendees: KnownPerson[]): KnownNames => ({ ...NOTHING_KNOWN, attendees });

/** What is found in one text: the problem, the words, what is expected. */
function found(text: string | Parameters<typeof minutesOf>, known: KnownNames = NOTHING_KNOWN): string[] {
  const content = typeof text === 'string' ? minutesOf(text) : minutesOf(...text);
  return checkMinutes(content, known).map(({ problem, found, expected }) => [problem, found, expected].filter(Boolean).join(' · '));
}

describe('names', () => {
  const list = attended(
    person('Jeanne', 'Corvel'),
    person('Fabien', 'Véraudet'),
    person('Camila', 'de Luz de Prau'),
    person('Anne-Lise', 'Le Gall'),
  );
  test.each([
    ['one letter too few', 'Mme Jeanne Corvl a ouvert la séance.', ['name_spelling · Jeanne Corvl · Jeanne Corvel']],
    ['a given name of another spelling', 'Jeane Corvel remercie Bordeaux.', ['name_spelling · Jeane Corvel · Jeanne Corvel']],
    ['letters swapped, as typed', 'Selon M. Fabien Vréaudet, tout va.', ['name_spelling · Fabien Vréaudet · Fabien Véraudet']],
    ['no accent', 'Fabien Veraudet conclut.', ['name_accents · Fabien Veraudet · Fabien Véraudet']],
    ['no accent, family name alone', 'M. Veraudet conclut.', ['name_accents · Veraudet · Véraudet']],
    ['swapped', 'Merci à Corvel Jeanne pour son accueil.', ['name_swapped · Corvel Jeanne · Jeanne Corvel']],
    ['a space after the hyphen', 'Anne- Lise Le Gall propose une date.', ['name_spacing · Anne- Lise Le Gall · Anne-Lise Le Gall']],
    ['a given name for a family name', 'Selon M. Fabien, la date convient.', ['name_given_for_family · Fabien · Véraudet']],
    ['family name alone, misspelt', 'Mme Corvell a ouvert la séance.', ['name_spelling · Corvell · Corvel']],
  ])('%s', (_what, text, expected) => {
    expect(found(text, list)).toEqual(expected);
  });

  test.each([
    'Jeanne Corvel et Fabien Véraudet concluent.',
    'Mme CORVEL et M. VERAUDET concluent.',
    'Jeanne CORVEL, CORVEL Jeanne et J. Corvel sont une personne.',
    'Mme Camila de Luz, puis Camila DE LUZ DE PRAU.',
    'La ville de Saint-Denis de la Réunion et Rio de Janeiro sont jumelées.',
    'Le Conseil départemental du Val-de-Marne et Grand Poitiers soutiennent Cités Unies France.',
    'Anne-Lise Le Gall et Fabrice Vernaud sont deux personnes.',
  ])('nothing in « %s »', (text) => {
    expect(found(text, list)).toEqual([]);
  });

  test('a name of the list that the directory writes otherwise', () => {
    expect(
      found('Mme Hortense Batouni présente le bilan.', {
        ...attended(person('Hortense', 'Batouni')),
        directory: [person('Hortense', 'Batoui')],
      }),
    ).toEqual(['name_spelling · Hortense Batouni · Hortense Batoui']);
  });

  test('two titles for one person', () => {
    expect(found(['Mme Ane Robles ouvre la séance.', 'Selon M. Ane Robles, le contexte est favorable.'])).toEqual([
      'name_title · M. Ane Robles · Mme',
    ]);
  });

  test('a strange speaker is told, somebody in passing is not', () => {
    expect(found('M. Gérard Lanoux a rappelé le calendrier. Mme Odile Thoron sera invitée.', list)).toEqual([
      'name_unknown · Gérard Lanoux',
    ]);
  });

  test('a turn that is linked to one person and names another', () => {
    const content = minutesOf();
    content.sections[0]?.entries.push({
      ...{ type: 'intervention', anchor: 'b-t', attribution: 'name', blocks: [] },
      speaker: { name: 'Fabien Véraudet', function: '', organisation: '' },
    });
    const turns = [{ blockId: 't', typed: 'Fabien Véraudet :', linked: 'Jeanne Corvel' }];
    expect(checkMinutes(content, { ...list, turns }).map(({ problem }) => problem)).toEqual(['name_other_speaker']);
    const same = [{ blockId: 't', typed: 'J. Corvel (Bordeaux) :', linked: 'Jeanne Corvel' }];
    expect(checkMinutes(content, { ...list, turns: same })).toEqual([]);
  });
});

describe('functions', () => {
  const list = attended(
    person('Jeanne', 'Corvel', 'Adjointe au maire', 'Ville de Bordeaux'),
    person('Ali', 'Sow', 'Directeur', 'Cités Unies France'),
  );
  test.each([
    [
      'another function',
      'Jeanne Corvel, présidente du réseau, ouvre.',
      ['function_differs · Jeanne Corvel, présidente du réseau, ouvre. · Adjointe au maire, Ville de Bordeaux'],
    ],
    [
      'another organisation',
      'Jeanne Corvel (adjointe au maire de Nanterre) ouvre.',
      ['organisation_differs · Jeanne Corvel (adjointe au maire de Nanterre) · Ville de Bordeaux'],
    ],
    ['the same, told shorter', 'Jeanne Corvel (adjointe à la maire de Bordeaux) ouvre.', []],
    ['an acronym', 'Ali Sow, directeur de CUF, conclut.', []],
    ['an organisation without a function', 'Jeanne Corvel (Bordeaux) ouvre.', []],
  ])('%s', (_what, text, expected) => {
    expect(found(text, list)).toEqual(expected);
  });
});

describe('dates and hours', () => {
  test.each([
    ['Mardi 18 septembre 2023', ['weekday · Mardi 18 septembre 2023 · Lundi']],
    ['Réunion le mardi 20 juin 2022 à Paris', ['weekday · mardi 20 juin 2022 · lundi']],
    ['Les lundi 20 et mercredi 21 juin 2022', ['weekday · mercredi 21 juin 2022 · mardi']],
    ['Du lundi 3 au jeudi 7 juin 2024', ['weekday · jeudi 7 juin 2024 · vendredi']],
    ['le vendredi 18/09/2023', ['weekday · vendredi 18/09/2023 · lundi']],
    ['Jeudi 20 juin, en salle 2', ['weekday_no_year · Jeudi 20 juin · Lundi (2022)']],
    ['martes 20 de junio de 2022', ['weekday · martes 20 de junio de 2022 · lunes']],
    [
      'Sunday 20 June 2022, or Sunday, June 20, 2022',
      ['weekday · Sunday 20 June 2022 · Monday', 'weekday · Sunday, June 20, 2022 · Monday'],
    ],
    ['le 31 juin 2022', ['no_such_day · 31 juin 2022']],
    ['le 29 février 2023', ['no_such_day · 29 février 2023']],
    ['de 16h30 à 14h', ['hours_backwards · 16h30 à 14h']],
    ['Lundi 20 juin 2022 de 15h à 18h', ['hours_outside · 15h à 18h · 14:00–16:00']],
    ['La séance est levée à 18 h 15.', ['hours_outside · séance est levée à 18 h 15 · 14:00–16:00']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'Lundi 20 juin 2022 de 14h à 16h',
    'les lundi 20 et mardi 21 juin',
    'Mercredi 1er mars 2023, 1er mai 2024, 29 février 2024',
    'Jeudi 10 février 2011, le 15/01/2014, l’article 13.15.22, le ratio 24/30',
    'Du 26 mai au 11 juin, en septembre, à 16h30',
    'la nuit de 22h à 2h',
    'La séance est levée à 16 h 20.',
  ])('nothing in « %s »', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('sentences', () => {
  test.each([
    ['De plus, les collectivités contribuent aux progrès dans les.', ['cut_end · les.']],
    ['Tous les maires mettent en œuvre des projets territoriaux et sont', ['cut_end · sont']],
    ['Nous avons échangé avec l’', ['cut_end · l’']],
    ['Le répertoire est prêt (terminé, en cours,)', ['punctuation · ,) · )']],
    ['Le bilan est positif (voir le tableau.', ['unclosed · (voir le tableau.']],
    ['Le groupe France- Israël se réunit.', ['punctuation · France- Israël · France-Israël']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'Savoir qui fait quoi et où, ce à quoi il y en a.',
    'Nous verrons qui fait quoi et où',
    'Les formations franco- et hispanophones ; a) la première ; b) la seconde.',
    'On demande… et l’on attend…',
    'Les ODD :',
  ])('nothing in « %s »', (text) => {
    expect(found([text, 'La suite.'])).toEqual([]);
  });

  test('a section without a word', () => {
    const content = minutesOf('Un texte.');
    content.sections.unshift({ anchor: 'vide', title: 'Point vide', entries: [] });
    expect(checkMinutes(content, NOTHING_KNOWN).map(({ problem, anchor }) => [problem, anchor])).toEqual([['empty', 'vide']]);
  });
});

describe('references and records', () => {
  test.each([
    ['Liste des participants : cf. Annexe 1', ['annex_missing · Annexe 1']],
    ['Voir l’annexe II.', ['annex_missing · annexe II']],
    ['La décision D4 est prise.', ['record_missing · décision D4']],
    ['La ville¹ est jumelée.', ['note_missing · ¹']],
    ['Un terrain de 12 km² ouvre. Une annexe au budget est votée.', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('an annex that is there, under any way of numbering, is found', () => {
    expect(found(['Une étude (annexe 1) et une liste (annexe B).', 'Annexe I :', 'Le texte.', 'Annexe 2 : liste', 'La liste.'])).toEqual(
      [],
    );
  });

  test('minutes of a meeting that the group did not hold', () => {
    const known = { ...NOTHING_KNOWN, meetingDays: ['2014-01-15'] };
    expect(found('Un rapprochement (cf CR réunion 15/01/13).', known)).toEqual(['meeting_missing · cf CR réunion 15/01/13 · 2014-01-15']);
    expect(found('Un rapprochement (cf CR réunion 15/01/14).', known)).toEqual([]);
  });

  test('actions without an owner, a date, or with a date in words only', () => {
    const content = minutesOf({ kind: 'action', inline: [{ text: 'Proposer trois dates avant fin avril' }] });
    const action = { blockId: '1', number: 'A1', anchor: 'b-1', inline: [], assignee: '', due: null };
    const problems = (given: object) =>
      checkMinutes({ ...content, actions: [{ ...action, ...given }] }, NOTHING_KNOWN).map(({ problem }) => problem);
    expect(problems({})).toEqual(['date_untyped', 'action_no_owner']);
    expect(problems({ assignee: 'Ali Sow' })).toEqual(['date_untyped']);
    expect(problems({ assignee: 'Ali Sow', due: '2022-04-30' })).toEqual([]);
  });
});

describe('what was left over, repeated or cannot be drawn', () => {
  test.each([
    ['Le lieu [à préciser] sera annoncé.', ['to_complete · [à préciser]']],
    ['Présents : XXXX et ???', ['placeholder · XXXX', 'placeholder · ???']],
    ['Il définit le rôle comme (...) une instance.', ['to_complete · (...)']],
    ['Un **texte** de <b>tableur</b>', ['markup · **texte**', 'markup · <b>', 'markup · </b>']],
    ['Envoi de ce CR, à compléter par les participants.', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a sentence that was mended in one place only', () => {
    const one = 'Sur la coopération, un arrangement officialisant l’appel à projet conjoint sera signé au printemps.';
    const other = one.replace('à projet ', '');
    expect(found([one, 'Autre chose.', other])).toEqual([`almost_repeated · ${other} · ${one}`]);
    expect(found([one, one])).toEqual([`repeated · ${one} · ${one}`]);
  });

  test('characters that no font of the files has are told once each', () => {
    const known = { ...NOTHING_KNOWN, drawable: fontsDraw };
    expect(found('Œuvre, 中文, Москва, עברית, 😀 → « oui »\u202F! ₀', known)).toEqual([]);
    expect(found('Un hiéroglyphe 𓀀 et 𓀀, un mot ក.', known)).toEqual(['glyph_missing · 𓀀 · U+13000', 'glyph_missing · ក · U+1780']);
  });
});
