import { describe, expect, test } from 'vitest';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { changesOf } from '#app/model/version-diff.ts';
import { compareVersions } from '#server/minutes/compare-versions.ts';
import { contentOf, paragraphOf, sectionOf } from './two-versions.ts';

/** « part: change: words », with what was taken out in [-…-] and what was put in in {+…+}. */
function told(before: MinutesContent, after: MinutesContent): string[] {
  const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
  return changesOf(compareVersions(before, after)).flatMap(({ what, title, was, change, blocks }) => [
    ...(change === 'same' && was === null ? [] : [`${what} ${title}: ${was ? `was ${was}` : change}`]),
    ...blocks.map((block) => {
      const words = block.parts.map(({ text, change: mark }) => `${marks[mark][0]}${text}${marks[mark][1]}`).join('');
      return `${title || what}: ${block.change}: ${words.replaceAll('\u00A0', ' ')}`;
    }),
  ]);
}

const first = paragraphOf('p1', 'Le groupe-pays Argentine est maintenu.');
const second = paragraphOf('p2', 'Une réunion par mois est prévue.');
const third = paragraphOf('p3', 'La feuille de route est à élaborer.');

describe('two versions', () => {
  test('that say the same have no changes', () => {
    const content = contentOf({ sections: [sectionOf('Échanges', [first, second])] });
    expect(changesOf(compareVersions(content, structuredClone(content)))).toEqual([]);
    expect(compareVersions(content, content).parts.map(({ what }) => what)).toEqual(['header', 'section']);
  });

  test('show the words that changed, what was added, and what was taken out', () => {
    const before = contentOf({ sections: [sectionOf('Échanges', [first, second])] });
    const changed = paragraphOf('p1', 'Le groupe-pays Brésil est maintenu.');
    expect(told(before, contentOf({ sections: [sectionOf('Échanges', [changed, third])] }))).toEqual([
      'Échanges: changed: Le groupe-pays [-Argentine-]{+Brésil+} est maintenu.',
      'Échanges: removed: [-Une réunion par mois est prévue.-]',
      'Échanges: added: {+La feuille de route est à élaborer.+}',
    ]);
  });

  test('know a statement again by its words where its id is another one', () => {
    const before = contentOf({ sections: [sectionOf('Échanges', [first, second, third])] });
    const again = [
      first,
      paragraphOf('x2', 'Une réunion par mois est prévue avec des partenaires.'),
      paragraphOf('x3', 'Rien à voir ici.'),
    ];
    expect(told(before, contentOf({ sections: [sectionOf('Échanges', again)] }))).toEqual([
      'Échanges: changed: Une réunion par mois est prévue{+ avec des partenaires+}.',
      'Échanges: removed: [-La feuille de route est à élaborer.-]',
      'Échanges: added: {+Rien à voir ici.+}',
    ]);
  });

  test('tell a section that moved from one that is new or gone, and its new title', () => {
    const [a, b, c] = [sectionOf('Alpha', [first]), sectionOf('Bêta', [second]), sectionOf('Gamma', [third])];
    const before = contentOf({ sections: [a, b, c] });
    expect(told(before, contentOf({ sections: [c, a, b] }))).toEqual(['section Gamma: moved']);
    expect(told(before, contentOf({ sections: [a, { ...b, title: 'Delta' }] }))).toEqual([
      'section Delta: was Bêta',
      'section Gamma: removed',
      'Gamma: removed: [-La feuille de route est à élaborer.-]',
    ]);
  });

  test('tell a statement that went into another section', () => {
    const before = contentOf({ sections: [sectionOf('Alpha', [first, second]), sectionOf('Bêta', [third])] });
    const after = contentOf({ sections: [sectionOf('Alpha', [first]), sectionOf('Bêta', [third, second])] });
    expect(told(before, after)).toEqual(['Bêta: moved: Une réunion par mois est prévue.']);
  });

  test('tell who speaks by another name, and an action with another owner, date or number', () => {
    const action = paragraphOf('a1', 'Envoyer la trame.', 'action');
    const said = (name: string, assignee: string, due: string, number: string) =>
      contentOf({
        sections: [
          {
            ...{ anchor: 'e', title: 'Échanges' },
            entries: [
              {
                ...{ type: 'intervention', anchor: 'b-t1', speaker: { name, function: 'Maire', organisation: '' }, attribution: 'name' },
                blocks: [action],
              },
            ],
          },
        ],
        actions: [{ blockId: 'a1', number, anchor: 'b-a1', inline: action.inline, assignee, due }],
      });
    const diff = compareVersions(said('Karim Belhadj', 'Inès', '2022-09-30', 'A1'), said('Karim Benhadj', 'Léa', '2022-10-30', 'A2'));
    expect(changesOf(diff)).toMatchObject([
      { what: 'section', blocks: [{ change: 'changed', look: { kind: 'turn' } }, { assignee: { before: 'Inès', after: 'Léa' } }] },
      { what: 'records', blocks: [{ look: { kind: 'action' } }] },
    ]);
    expect(changesOf(diff)[0]?.blocks[1]?.due).toEqual({ before: '2022-09-30', after: '2022-10-30' });
  });

  test('compare the header, the agenda, the annex, the next steps and the errata', () => {
    const person = {
      organisation: 'Ville de Nanterre',
      name: 'Karim Belhadj',
      function: 'Élu',
      answer: 'remote',
      represents: null,
    } as const;
    const annex = (role: string) => ({ present: [{ kind: 'commune' as const, people: [{ ...person, function: role }] }], excused: [] });
    const before = contentOf({ annex: annex('Élu'), agenda: [{ title: 'Tour de table', anchor: null, minutes: 30 }] });
    const after = contentOf({
      ...{ meeting: { ...before.meeting, place: 'Lyon' }, annex: annex('Maire') },
      agenda: [{ title: 'Tour de table', anchor: null, minutes: 45 }],
      nextSteps: [{ anchor: null, edtf: '2022-09', inline: [{ text: 'Rencontre' }], who: '' }],
      notes: [{ kind: 'erratum', number: 2, day: '2022-07-01', text: 'Le lieu est Lyon.' }],
    });
    expect(told(before, after)).toEqual([
      'header: changed: Lieu : [-Paris-]{+Lyon+}',
      'notes: added: {+Erratum : Le lieu est Lyon.+}',
      expect.stringMatching(/^agenda: changed: Tour de table \(\[-30-\]\{\+45\+\}/),
      expect.stringMatching(/^next: added: .*Rencontre/),
      'annex: changed: Karim Belhadj, [-Élu-]{+Maire+}, Ville de Nanterre',
    ]);
  });

  test('hold statements of one id twice, and none at all', () => {
    const twice = contentOf({ sections: [sectionOf('Alpha', [first, first, { ...first, id: '' }])] });
    expect(told(contentOf({}), twice).length).toBeGreaterThan(0);
    expect(told(twice, contentOf({})).length).toBeGreaterThan(0);
    expect(told(twice, structuredClone(twice))).toEqual([]);
  });
});

test('two versions of 2,000 statements are compared in less than 100 ms of the processor', () => {
  const words = 'la ville coopère avec Morón depuis 2012 sur le climat et la gestion de l’eau dans les quartiers'.split(' ');
  const sentence = (index: number) => Array.from({ length: 25 }, (_, at) => words[(index * 7 + at * 3) % words.length]).join(' ');
  const said = (change: (index: number) => string) =>
    contentOf({
      sections: Array.from({ length: 20 }, (_, at) =>
        sectionOf(
          `Point ${at}`,
          Array.from({ length: 100 }, (_, n) => paragraphOf(`b${at}-${n}`, change(at * 100 + n))),
        ),
      ),
    });
  const before = said((index) => `${sentence(index)} ${index}.`);
  const after = said((index) => `${sentence(index)} ${index}${index % 20 === 0 ? ', et encore' : ''}.`);
  // of the processor, which others may be busy with; the first time the code is not yet compiled
  const spent = Array.from({ length: 5 }, () => {
    const began = process.cpuUsage();
    expect(changesOf(compareVersions(before, after)).flatMap(({ blocks }) => blocks)).toHaveLength(100);
    return process.cpuUsage(began).user / 1000;
  });
  expect(Math.min(...spent)).toBeLessThan(100);
});
