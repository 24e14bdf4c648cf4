import { describe, expect, test } from 'vitest';
import { readingTime, textOf } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { AttendanceForMinutes, MeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import { Anchors } from '#server/minutes/anchors.ts';
import { findDate, lastDay } from '#server/minutes/compose-dates.ts';
import { statementsOf } from '#server/minutes/compose-statements.ts';
import { Levels } from '#server/minutes/edition-levels.ts';
import { People } from '#server/minutes/edition-people.ts';
import { groupEntries as group } from '#server/minutes/group-entries.ts';
import { composeBrainstorming } from './brainstorming.ts';

const paragraph = (kind: NoteBlock & { type: 'paragraph' } extends { kind: infer K } ? K : never, text: string, id = text): NoteBlock => ({
  ...{ type: 'paragraph', id, kind, inline: text ? [{ text }] : [] },
  ...{ speakerId: kind === 'turn' ? 'a' : null, assigneeId: null, assignee: '', due: null },
});
const speakers = new People([
  {
    ...{ id: 'a', givenName: 'Alain', familyName: 'Fauconnet', function: 'Conseiller municipal', organisationName: 'Ville de Chartres' },
    ...{ organisationKind: 'commune', roles: [], answer: 'remote', substituteName: '', substituteFunction: '', checkedInAt: null },
  },
]);
const groupEntries = (blocks: NoteBlock[]) =>
  group(statementsOf(blocks, speakers, new Levels('name', new Map()), new Anchors()), speakers, 'internal');

describe('the minutes of 30 November 2020', () => {
  const { content, takeAways } = composeBrainstorming();
  const interventions = content.sections.flatMap((section) => section.entries.filter((entry) => entry.type === 'intervention'));

  test('hold its 24 interventions, by 14 speakers of 13 organisations', () => {
    expect(interventions).toHaveLength(24);
    expect(new Set(interventions.map((each) => each.speaker.name)).size).toBe(14);
    expect(new Set(interventions.map((each) => each.speaker.organisation)).size).toBe(13);
  });

  test('gather its 28 take-aways, each with who said it', () => {
    expect(takeAways).toHaveLength(28);
    expect(takeAways[0]).toMatchObject({ speaker: 'Alain Fauconnet', inline: [{ text: 'Intérêt à conserver le GP Argentine.' }] });
  });

  test('keep the order of the meeting: exchanges, synthesis, conclusion', () => {
    expect(content.sections.map((section) => section.anchor)).toEqual(['echanges', 'synthese', 'conclusion']);
  });

  test('number decisions and actions, with who and for when', () => {
    expect(content.decisions.map((each) => each.number)).toEqual(['D1', 'D2', 'D3']);
    expect(content.actions[0]).toMatchObject({ number: 'A1', assignee: 'Inès Robledo', due: '2020-12-04' });
  });

  test('list everyone who was there in the annex, by kind of organisation, once each', () => {
    const people = content.annex.present.flatMap((group) => group.people);
    expect(people).toHaveLength(15);
    expect(content.annex.present.map((group) => group.kind)).toEqual(['commune', 'intercommunality', 'department', 'region', 'network']);
  });

  test('show first what the conclusion retained, unless the organiser chose otherwise', () => {
    expect(content.highlights.length).toBeGreaterThan(0);
    expect(content.highlights.length).toBeLessThan(28);
    const chosen = composeBrainstorming({ highlights: [takeAways[2]?.blockId ?? ''] }).content.highlights;
    expect(chosen.map((each) => textOf(each.inline))).toEqual([textOf(takeAways[2]?.inline ?? [])]);
  });

  test('hold no address of anybody and no link of the video conference', () => {
    expect(JSON.stringify(content)).not.toMatch(/@example|zoom\.example/);
  });

  test('are the same in both editions while everything is told by name', () => {
    const { edition, ...internal } = composeBrainstorming({}, 'internal').content;
    expect(edition).toBe('internal');
    expect({ ...internal, edition: 'public' }).toEqual(content);
  });

  test('tell the reader how long they are', () => {
    expect(readingTime(content)).toBeGreaterThan(5);
  });
});

describe('grouping notes by speaker', () => {
  test('a turn runs until the next one, a heading, a table, a decision or an action', () => {
    const blocks = [
      paragraph('turn', 'Alain Fauconnet, Ville de Chartres', 't1'),
      paragraph('text', 'dit'),
      paragraph('decision', 'décidé'),
      paragraph('text', 'ensuite'),
      paragraph('turn', 't2'),
      paragraph('text', 'redit'),
    ];
    const entries = groupEntries(blocks);
    expect(entries.map((entry) => entry.type)).toEqual(['intervention', 'block', 'block', 'intervention']);
    expect(entries[0]).toMatchObject({ speaker: { name: 'Alain Fauconnet' }, blocks: [{ id: 'dit' }] });
  });

  test('somebody who is not on the list keeps the name and function that were typed', () => {
    const block = { ...paragraph('turn', 'Jeanne Martin, Maire de Trifouilly :'), speakerId: null } as NoteBlock;
    expect(groupEntries([block, paragraph('text', 'dit')])[0]).toMatchObject({
      speaker: { name: 'Jeanne Martin', function: 'Maire de Trifouilly' },
    });
  });

  test('a name written over the one that was picked is who spoke; one written otherwise is the same person', () => {
    const speakerIn = (text: string) => groupEntries([paragraph('turn', text, 't'), paragraph('text', 'dit')])[0];
    expect(speakerIn('Bénédicte Roussel, Grand Poitiers')).toMatchObject({
      speaker: { name: 'Bénédicte Roussel', function: 'Grand Poitiers' },
    });
    expect(speakerIn('A. FAUCONNET :')).toMatchObject({ speaker: { name: 'Alain Fauconnet', organisation: 'Ville de Chartres' } });
  });

  test('empty paragraphs and turns that nobody filled leave nothing behind', () => {
    const blocks = [
      paragraph('text', ''),
      paragraph('turn', 't'),
      paragraph('text', '', 'x'),
      paragraph('turn', 't2'),
      paragraph('text', 'dit'),
    ];
    expect(groupEntries(blocks)).toMatchObject([{ type: 'intervention', blocks: [{ id: 'dit' }] }]);
  });

  test('a decision right after a name keeps the name', () => {
    const entries = groupEntries([paragraph('turn', 't'), paragraph('decision', 'décidé')]);
    expect(entries.map((entry) => entry.type)).toEqual(['intervention', 'block']);
  });
});

describe('who is in the annex', () => {
  test('a person who was represented appears through who came instead, and excused people apart', () => {
    const base = composeBrainstorming().content;
    expect(base.annex.excused).toEqual([]);
    const { attendances } = { attendances: sample() };
    const { annex } = composeBrainstorming({ attendances, agenda: [] }).content;
    expect(annex.present.flatMap((group) => group.people)).toMatchObject([
      {
        name: 'Noé Vialat',
        function: 'Chargé de projet',
        represents: 'Catherine Delorme',
        organisation: 'Montpellier Méditerranée Métropole',
      },
    ]);
    expect(annex.excused).toMatchObject([{ name: 'Monique Thébaud' }]);
  });
});

function sample(): AttendanceForMinutes[] {
  const person = {
    roles: [],
    function: '',
    organisationKind: 'commune' as const,
    substituteName: '',
    substituteFunction: '',
    checkedInAt: null,
  };
  return [
    {
      ...{ ...person, id: '1', givenName: 'Catherine', familyName: 'Delorme', organisationName: 'Montpellier Méditerranée Métropole' },
      ...{ answer: 'represented' as const, substituteName: 'Noé Vialat', substituteFunction: 'Chargé de projet' },
    },
    {
      ...person,
      id: '2',
      givenName: 'Monique',
      familyName: 'Thébaud',
      organisationName: 'Ville de Bouguenais',
      answer: 'declined' as const,
    },
    { ...person, id: '3', givenName: 'Chiara', familyName: 'Bonetti', organisationName: 'Nice', answer: 'none' as const },
  ];
}

describe('what comes next', () => {
  const at = (edtf: string, ...meetings: MeetingForMinutes['nextMeetings']) =>
    composeBrainstorming({ edtf, nextMeetings: meetings }).content.nextSteps;

  test('is in order, each step with who and a date no finer than was told, and leads to where it was said', () => {
    const steps = at('2020-11-30T15:00/2020-11-30T16:00', { title: 'Point', edtf: '2021-01-14?', visibility: 'public' });
    expect(steps[0]).toMatchObject({ edtf: '2020-12-04', who: 'Inès Robledo' });
    const ends = steps.map(({ edtf }) => lastDay(edtf));
    expect(ends).toEqual(ends.toSorted());
    expect(steps).toContainEqual({ anchor: null, edtf: '2021-01-14?', inline: [{ text: 'Point' }], who: '' });
  });

  test('in the public edition, never announces a meeting for members only', () => {
    const closed = { title: 'Réunion fermée', edtf: '2021-01-14', visibility: 'members' } as const;
    expect(JSON.stringify(at('2020-11-30', closed))).not.toContain('fermée');
    expect(JSON.stringify(composeBrainstorming({ nextMeetings: [closed] }, 'internal').content.nextSteps)).toContain('fermée');
  });

  test.each([
    ['Le premier point est prévu pour le 5 mai.', '2021-05-05?'],
    ['Avoir un document à vous soumettre en janvier', '2021-01?'],
    ['Feuille de route élaborée d’ici été 2021, au croisement des propositions', '2021'],
    ['RAICT, lundi 20 juin 2022, 16h30-18h00', '2022-06-20T16:30/2022-06-20T18:00'],
    ['Rendez-vous le 14 janvier 2021 à 15 h', '2021-01-14'],
    ['Les 10 et 11 avril 2021, visite d’État', '2021-04-10/2021-04-11'],
    ['Parution pour les Assises (hiver 2024 à confirmer)', '2024'],
    ['Octobre 2021 : prochaine réunion', '2021-10'],
    ['Comme lors des rencontres de Santa Fe en 2019', null],
    ['En avril 2018, la ville a participé', null],
    ['Le 31 février 2021', null],
    ['1 réunion par mois, 2-3 séances', null],
    ['La mairie de Mars', null],
  ])('reads « %s » as %s', (sentence, edtf) => {
    expect(findDate(sentence, '2020-11-30')).toBe(edtf);
  });
});

test('composing is linear: four times as many blocks take not much more than four times as long, and 5,000 under 200 ms', () => {
  const notes = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const kind = (['turn', 'text', 'takeaway', 'decision', 'action'] as const)[index % 5] ?? 'text';
      return paragraph(kind, `Alain Fauconnet, Ville de Chartres ${index}`, `p${index}`);
    });
  const choices = (blocks: NoteBlock[]) =>
    new Map(blocks.map((block) => [block.type === 'paragraph' ? block.id : '', 'organisation' as const]));
  const costOf = (count: number) => {
    const blocks = notes(count);
    const agenda = [{ id: 'a', title: 'Conclusion', kind: 'conclusion' as const, minutes: 5 }];
    const run = () => composeBrainstorming({ agenda, attributions: choices(blocks) }, 'public', new Map([['a', blocks]]));
    run();
    return Math.min(
      ...Array.from({ length: 3 }, () => {
        const before = process.cpuUsage();
        run();
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      }),
    );
  };
  const [small, large] = [costOf(1250), costOf(5000)];
  expect(large).toBeLessThan(200);
  expect(large).toBeLessThan(8 * small + 20);
});
