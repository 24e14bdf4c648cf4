import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';

export const text = (words: string, more: object = {}): NoteBlock => ({
  ...{ type: 'paragraph', id: '', kind: 'text', speakerId: null, assigneeId: null, assignee: '', due: null },
  inline: [{ text: words, ...more }],
});

/** Minutes that say only this, in one section without speakers. */
export function saying(content: MinutesContent, ...blocks: NoteBlock[]): MinutesContent {
  const entries = blocks.map((block, index) => ({ type: 'block' as const, attribution: 'name' as const, anchor: `b${index}`, block }));
  return {
    ...content,
    ...{ highlights: [], synthesis: [], decisions: [], actions: [], nextSteps: [], complements: [], notes: [] },
    annex: { present: [], excused: [] },
    sections: [{ anchor: 's', title: 'Point', entries }],
  };
}

/** Minutes with what a person can type, or a broken program can leave, that renderers stumble over. */
export function hostileMinutes(content: MinutesContent): Record<string, MinutesContent> {
  const say = (...blocks: NoteBlock[]) => saying(content, ...blocks);
  const cell = (words: string) => ({ header: false, blocks: [text(words)] });
  const nested = (depth: number): NoteBlock =>
    depth === 0 ? text('au fond') : { type: 'list', ordered: depth % 2 === 0, items: [[text(`niveau ${depth}`), nested(depth - 1)]] };
  const speech = { name: 'N'.repeat(300), function: 'f '.repeat(400), organisation: 'o'.repeat(3000) };
  const wide = Array.from({ length: 40 }, (_, index) => cell(`colonne${index}`));
  const everywhere = '\u0000\u0007\uFFFE\uFDD0 \uD800 \u202Ea\u2066 🌎👩‍👩‍👧🇫🇷 会议 اجتماع שלום';
  return {
    emoji: say(text('🌎 👩‍👩‍👧 🇫🇷 👍🏽 ✓ → ☐')),
    Chinese: say(text('巴黎会议纪要：第一项议程。')),
    'Arabic and Hebrew': say(text('اجتماع اللجنة في باريس 2022'), text('פגישה בפריז'), text('Réunion اجتماع à Paris')),
    'control characters, broken surrogates, noncharacters': say(text('a\u0000b\u0008c\u001fd\uFFFEe\uD800f\uDC00g\u202Eh\u2028i')),
    'a word of 10,000 characters': say(text('a'.repeat(10_000)), text('é🌎'.repeat(2000))),
    'deep lists': say(nested(24)),
    'deep quotations': say(Array.from({ length: 30 }).reduce<NoteBlock>((inner) => ({ type: 'quote', blocks: [inner] }), text('au fond'))),
    'a table of 40 columns and 60 rows': say({ type: 'table', rows: Array.from({ length: 60 }, () => wide) }),
    'a cell longer than a page': say({
      type: 'table',
      rows: [
        [cell('mot '.repeat(4000)), cell('b')],
        [cell('x'.repeat(3000)), cell('')],
      ],
    }),
    'a table without cells, an empty list, nothing said': say(
      { type: 'table', rows: [] },
      { type: 'table', rows: [[]] },
      { type: 'list', ordered: true, items: [] },
      text(''),
    ),
    'headings that skip levels, empty headings': say(
      { type: 'heading', level: 4, inline: [{ text: 'quatre' }] },
      { type: 'heading', level: 3, inline: [] },
      { type: 'heading', level: 4, inline: [{ text: 'cinq' }] },
    ),
    'addresses that nobody can follow': say(
      ...['', 'javascript:alert(1)', 'x', `https://exemple.org/${'a'.repeat(9000)}`, 'https://exemple.org/é à "<>"', 'mailto:'].map(
        (href) => text('lien', { href }),
      ),
    ),
    'a speech without end by somebody without measure': {
      ...say(),
      sections: [
        {
          anchor: 's',
          title: '',
          entries: [{ type: 'intervention', anchor: 'e', attribution: 'name', speaker: speech, blocks: [text('mot '.repeat(9000))] }],
        },
      ],
    },
    'the same anchor everywhere, and one that leads nowhere': {
      ...say(text('a'), text('b')),
      highlights: ['b0', 'nulle-part'].map((anchor) => ({ anchor, inline: [{ text: 'x' }], speaker: null })),
      sections: [1, 2].map(() => ({
        anchor: 's',
        title: 'Point',
        entries: [{ type: 'block', anchor: 'b0', attribution: 'name', block: text('a') }],
      })),
    },
    'all of it in the title, the group, the place and the names': {
      ...content,
      meeting: { ...content.meeting, title: everywhere.repeat(20), place: everywhere, group: { slug: 'x', name: everywhere } },
      annex: {
        present: [
          {
            kind: 'commune',
            people: [{ organisation: everywhere, name: everywhere, function: everywhere, answer: 'remote', represents: everywhere }],
          },
        ],
        excused: [],
      },
    },
    'no title at all': { ...say(text('a')), meeting: { ...content.meeting, title: '\u0000 ' } },
  };
}
