import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { toDocx } from '#server/minutes/formats/docx.ts';
import { toOdt } from '#server/minutes/formats/odt.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { composeBrainstorming } from './brainstorming.ts';

const facts = {
  when: 'Lundi 30 novembre 2020, 15 h – 16 h',
  line: 'Version 1, publiée.',
  proof: 'En ligne : x\nEmpreinte : abc',
  day: (iso: string) => iso,
};
const { content } = composeBrainstorming();
/** Headings of the same rank as a speaker: points of the synthesis, kinds of organisation. */
const apart = content.synthesis.length + content.annex.present.length;

const text = (words: string, more: object = {}): NoteBlock => ({
  ...{ type: 'paragraph', id: 'x', kind: 'text', speakerId: null, assigneeId: null, assignee: '', due: null },
  inline: [{ text: words, ...more }],
});

function saying(...blocks: NoteBlock[]): MinutesContent {
  const entries = blocks.map((block, index) => ({ type: 'block' as const, attribution: 'name' as const, anchor: `b${index}`, block }));
  return {
    ...content,
    ...{ agenda: [], highlights: [], synthesis: [], decisions: [], actions: [], nextSteps: [] },
    annex: { present: [], excused: [] },
    sections: [{ anchor: 's', title: 'Point', entries }],
  };
}

const everyKind = saying(
  {
    type: 'list',
    ordered: true,
    items: [
      [text('un'), { type: 'list', ordered: false, items: [[text('dedans')]] }],
      [text('deux'), text('suite')],
    ],
  },
  { type: 'list', ordered: true, items: [[text('autre liste')]] },
  { type: 'quote', blocks: [text('cité')] },
  { type: 'rule' },
  { type: 'heading', level: 4, inline: [{ text: 'Suites' }] },
  {
    type: 'table',
    rows: [
      [
        { header: true, blocks: [text('Qui')] },
        { header: true, blocks: [text('Quoi')] },
      ],
      [{ header: false, blocks: [text('Chartres'), text('et Tours')] }],
    ],
  },
  text('gras', { bold: true, italic: true, underline: true, href: 'https://exemple.org/?a=1&b="2"' }),
);

describe('Office files of minutes', () => {
  const { newVisitor } = useBrowser();
  let page: Page;
  beforeAll(async () => {
    ({ page } = await newVisitor());
  });

  /** What a parser that is not ours finds in one XML file of the package: its words, and how many elements carry these values. Throws when it is not well formed. */
  const read = (bytes: Uint8Array, file: string, values: string[] = []) =>
    page.evaluate(
      ([xml, wanted]) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        const fault = parsed.querySelector('parsererror');
        if (fault) throw new Error(fault.textContent ?? 'not well formed');
        const elements = [...parsed.querySelectorAll('*')];
        const has = (value: string) => elements.filter((element) => [...element.attributes].some((each) => each.value === value)).length;
        return {
          words: parsed.documentElement.textContent ?? '',
          count: wanted.map(has),
          elements: Object.fromEntries(
            Map.groupBy(elements, ({ nodeName }) => nodeName)
              .entries()
              .map(([name, all]) => [name, all.length]),
          ),
        };
      },
      [strFromU8(unzipSync(bytes)[file] ?? new Uint8Array()), values] as const,
    );

  test('Word: every take-away in its own style, every speaker as a heading, every participant, header rows, language, author', async () => {
    const bytes = await toDocx(content, facts);
    const body = await read(bytes, 'word/document.xml', ['takeaway', 'Heading1', 'Heading2', 'Title']);
    expect(body.count[0]).toBe(28 + content.highlights.length);
    expect(body.count[2]).toBe(24 + apart);
    expect(body.count[3]).toBe(1);
    for (const { name } of content.annex.present.flatMap((group) => group.people)) expect(body.words).toContain(name);
    expect(body.elements['w:tblHeader']).toBe(body.elements['w:tbl']);
    expect((await read(bytes, 'word/styles.xml', ['fr-FR'])).count[0]).toBeGreaterThan(0);
    expect((await read(bytes, 'docProps/core.xml')).words).toContain('Dynamique Amérique latine et Caraïbes');
    expect((await read(bytes, 'word/footer1.xml')).words).toContain('Version 1, publiée.');
  });

  test('ODF: the same; the same minutes are the same bytes; its type comes first, and not compressed', async () => {
    const bytes = toOdt(content, facts);
    const body = await read(bytes, 'content.xml', ['takeaway', 'Heading_20_2', 'Title']);
    expect(body.count).toEqual([28 + content.highlights.length, 24 + apart, 1]);
    for (const { name } of content.annex.present.flatMap((group) => group.people)) expect(body.words).toContain(name);
    expect(body.elements['table:table-header-rows']).toBe(body.elements['table:table']);
    expect((await read(bytes, 'meta.xml')).words).toContain('fr-FR');
    expect((await read(bytes, 'styles.xml', ['À retenir'])).count[0]).toBe(1);
    expect(Buffer.from(bytes).equals(Buffer.from(toOdt(content, facts)))).toBe(true);
    // offsets 30 and 38 of a zip: the name of the first file, then its bytes as they are
    expect(strFromU8(bytes.slice(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  });

  test('both say the same words, in the same order, as the notes', async () => {
    const words = (all: string) => all.replace(/\s+/g, '');
    const [word, odf] = [await read(await toDocx(content, facts), 'word/document.xml'), await read(toOdt(content, facts), 'content.xml')];
    expect(words(odf.words)).toBe(words(word.words));
  });

  test('lists in lists, quotations, rules, tables of notes, formats and links', async () => {
    const word = await read(await toDocx(everyKind, facts), 'word/document.xml', ['quote', 'Heading3']);
    expect(word.count).toEqual([1, 1]);
    expect(word.elements['w:numPr']).toBe(4);
    expect(word.elements['w:hyperlink']).toBe(1);
    const odf = await read(toOdt(everyKind, facts), 'content.xml', ['quote', 'https://exemple.org/?a=1&b="2"']);
    expect(odf.count).toEqual([1, 1]);
    expect(odf.elements['text:list']).toBe(3);
    expect(odf.elements['text:list-item']).toBe(4);
    expect(odf.elements['table:table-cell']).toBe(4);
    expect(odf.elements['text:line-break']).toBe(1);
  });

  test('whatever somebody can type gives a document: control characters, broken surrogates, emoji, Chinese, Arabic, markup', async () => {
    const typed = '<script>&amp; ]]> \u0000\u0008\u001f\uFFFE \uD800 🌎 会议 اجتماع\u202E  deux  espaces\n\tligne';
    const hostile = {
      ...saying(text(typed), text('lien', { href: 'https://exemple.org/"><x>' })),
      meeting: { ...content.meeting, title: typed },
    };
    for (const bytes of [await toDocx(hostile, facts), toOdt(hostile, facts)]) {
      for (const file of Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.xml'))) await read(bytes, file);
    }
    const { words } = await read(toOdt(hostile, facts), 'content.xml');
    for (const kept of ['<script>&amp; ]]>', '🌎', '会议', 'اجتماع']) expect(words).toContain(kept);
  });
});
