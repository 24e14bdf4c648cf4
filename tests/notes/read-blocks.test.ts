import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { NoteBlock } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { elementsOf } from '#server/notes/elements.ts';

const id = '0190a6b2-0000-7000-8000-00000000000';

function sectionOf(...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment {
  const section = new Y.Doc().getXmlFragment('s');
  section.push(children);
  return section;
}

function element(name: string, attributes: Record<string, unknown> = {}, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  if (children.length > 0) made.insert(0, children);
  return made;
}

function text(content: string, marks: Record<string, unknown> = {}): Y.XmlText {
  const made = new Y.XmlText();
  made.insert(0, content, marks);
  return made;
}

/** Reads a section, and expects that reading it changed nothing in the document. */
function read(section: Y.XmlFragment): NoteBlock[] {
  const { doc } = section;
  if (!doc) throw new Error('The section is in no document.');
  const before = Y.encodeStateAsUpdate(doc);
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  const blocks = normalise(section);
  expect(updates).toBe(0);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  return blocks;
}

const plain = { type: 'paragraph', kind: 'text', speakerId: null, assigneeId: null, assignee: '', due: null };

describe('notes are read as they were written', () => {
  test('every kind of block, written by the server and read again', () => {
    const blocks: NoteBlock[] = [
      { type: 'heading', level: 4, inline: [{ text: 'Bilan' }] },
      { ...plain, type: 'paragraph', kind: 'turn', id: 'b1', inline: [{ text: 'Claire Morel, maire de Lys' }], speakerId: `${id}1` },
      {
        ...plain,
        type: 'paragraph',
        kind: 'text',
        id: 'b2',
        inline: [{ text: 'Un ' }, { text: 'accord', bold: true, italic: true }, { text: '\nsur deux lignes' }],
      },
      {
        ...plain,
        type: 'paragraph',
        kind: 'action',
        id: 'b3',
        inline: [{ text: 'Écrire' }],
        assigneeId: `${id}2`,
        assignee: 'Awa Diop',
        due: '2022-09-30',
      },
      { type: 'list', ordered: true, items: [[{ ...plain, type: 'paragraph', kind: 'text', id: 'b4', inline: [{ text: 'un' }] }]] },
      {
        type: 'quote',
        blocks: [{ ...plain, type: 'paragraph', kind: 'text', id: 'b5', inline: [{ text: 'cité', href: 'https://exemple.example/' }] }],
      },
      { type: 'table', rows: [[{ header: true, blocks: [{ ...plain, type: 'paragraph', kind: 'text', id: 'b6', inline: [] }] }]] },
      { type: 'rule' },
    ];
    expect(read(sectionOf(...elementsOf(blocks)))).toEqual(blocks);
  });
});

describe('whatever is in the document, the reading is valid and changes nothing', () => {
  test('what is unknown gives what it holds', () => {
    const blocks = read(sectionOf(element('script', {}, element('paragraph', { id: 'a' }, text('gardé'))), text('nu')));
    expect(blocks).toEqual([
      { ...plain, id: 'a', inline: [{ text: 'gardé' }] },
      { ...plain, id: expect.any(String), inline: [{ text: 'nu' }] },
    ]);
  });

  test('maps, hooks and embedded objects are passed over', () => {
    const section = sectionOf(element('paragraph', { id: 'a' }, text('x')));
    section.push([new Y.Map() as unknown as Y.XmlText, new Y.XmlHook('h') as unknown as Y.XmlText]);
    const first: unknown = section.get(0);
    const inner: unknown = first instanceof Y.XmlElement ? first.get(0) : null;
    if (inner instanceof Y.XmlText) inner.insertEmbed(0, { a: 1 });
    expect(read(section)).toEqual([{ ...plain, id: 'a', inline: [{ text: 'x' }] }]);
  });

  test('values that make no sense are left out', () => {
    const attributes = { id: 'with space', kind: 'pirate', speakerId: { a: 1 }, assigneeId: 'Awa', assignee: 12, due: '2022-02-31' };
    expect(read(sectionOf(element('paragraph', attributes, text('x')), element('heading', { level: 99 }, text('t'))))).toEqual([
      { ...plain, id: expect.stringMatching(/^y-/), inline: [{ text: 'x' }] },
      { type: 'heading', level: 3, inline: [{ text: 't' }] },
    ]);
  });

  test('control characters, bidirectional overrides and half characters are taken out of texts', () => {
    const [block] = read(sectionOf(element('paragraph', { id: 'a' }, text('a\u0000b\u202Ec\uD800d\uFFFEe\tf'))));
    expect(block).toMatchObject({ inline: [{ text: 'abc\uFFFDde f' }] });
  });

  test('addresses that run scripts are not links, and unknown marks are no marks', () => {
    const link = (href: unknown) => text('x', { link: { href, class: 'x' } });
    const blocks = read(
      sectionOf(
        element('paragraph', { id: 'a' }, link('javascript:alert(1)')),
        element('paragraph', { id: 'b' }, link({})),
        element('paragraph', { id: 'c' }, link('https://exemple.example/?q=1')),
        element('paragraph', { id: 'd' }, text('x', { blink: {} })),
      ),
    );
    expect(blocks.map((block) => 'inline' in block && block.inline)).toEqual([
      [{ text: 'x' }],
      [{ text: 'x' }],
      [{ text: 'x', href: 'https://exemple.example/?q=1' }],
      [{ text: 'x' }],
    ]);
  });

  test('an id that is there twice (a split copies it) is given to the first; the others have one that stays the same', () => {
    const section = sectionOf(
      element('paragraph', { id: 'a' }, text('x')),
      element('paragraph', { id: 'a' }, text('y')),
      element('paragraph'),
    );
    const ids = () => read(section).map((block) => block.type === 'paragraph' && block.id);
    expect(new Set(ids()).size).toBe(3);
    expect(ids()[0]).toBe('a');
    expect(ids()).toEqual(ids());
  });

  test('list items, rows and cells out of place keep what they say', () => {
    const blocks = read(
      sectionOf(
        element('listItem', {}, element('paragraph', { id: 'a' }, text('un'))),
        element('bulletList', {}, element('paragraph', { id: 'b' }, text('deux'))),
        element('table', {}, element('tableRow', {}, element('paragraph', { id: 'c' }, text('trois')))),
        element('bulletList'),
      ),
    );
    expect(blocks).toMatchObject([
      { type: 'paragraph', id: 'a' },
      { type: 'list', items: [[{ id: 'b' }]] },
      { type: 'table', rows: [[{ header: false, blocks: [{ id: 'c' }] }]] },
    ]);
  });

  test('two hundred quotes inside one another, and a hundred thousand blocks, are read without harm', () => {
    let nested = element('paragraph', { id: 'a' }, text('au fond'));
    for (let k = 0; k < 200; k += 1) nested = element('blockquote', {}, nested);
    expect(JSON.stringify(read(sectionOf(nested)))).toContain('au fond');
    const many = read(sectionOf(...Array.from({ length: 50_000 }, () => element('paragraph'))));
    expect(many.length).toBeLessThanOrEqual(20_000);
  });
});
