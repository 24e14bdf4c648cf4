import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BLOCK_KINDS } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { SectionReader } from '#app/notes/section-reader.ts';
import { randomFrom } from '#tests/support/random.ts';

function paragraph(pick: (below: number) => number): Y.XmlElement {
  const made = new Y.XmlElement('paragraph');
  // few ids, so that some are there twice; sometimes none, sometimes one that is none
  const id = ['a', 'b', `p${pick(1000)}`, `p${pick(1000)}`, '', 'not an id'][pick(6)];
  if (id) made.setAttribute('id', id);
  made.setAttribute('kind', BLOCK_KINDS[pick(BLOCK_KINDS.length)] ?? 'text');
  const text = new Y.XmlText();
  text.insert(0, `Texte ${pick(1000)}`, pick(3) === 0 ? { bold: {} } : {});
  made.insert(0, [text]);
  return made;
}

function node(pick: (below: number) => number): Y.XmlElement | Y.XmlText {
  const kind = pick(12);
  if (kind === 0) return new Y.XmlText('hors bloc');
  if (kind > 3) return paragraph(pick);
  const made = new Y.XmlElement(['bulletList', 'blockquote', 'horizontalRule'][kind - 1] ?? 'paragraph');
  if (kind === 1) {
    const item = new Y.XmlElement('listItem');
    item.insert(0, [paragraph(pick), paragraph(pick)]);
    made.insert(0, [item]);
  }
  if (kind === 2) made.insert(0, [paragraph(pick)]);
  return made;
}

/** One change somewhere: a node more or less, a key, a format, a kind. */
function change(section: Y.XmlFragment, pick: (below: number) => number): void {
  const at = pick(section.length + 1);
  const last = section.length - 1;
  const found: unknown = last < 0 ? null : section.get(Math.min(at, last));
  const what = pick(6);
  if (what === 0 || !(found instanceof Y.XmlElement)) section.insert(at, [node(pick)]);
  else if (what === 1) section.delete(Math.min(at, last), 1);
  else if (what === 2) found.setAttribute('kind', BLOCK_KINDS[pick(BLOCK_KINDS.length)] ?? 'text');
  else for (const text of found.createTreeWalker((one: unknown) => one instanceof Y.XmlText)) changeText(text, what === 3, pick);
}

function changeText(text: unknown, format: boolean, pick: (below: number) => number): void {
  if (!(text instanceof Y.XmlText)) return;
  if (format) text.format(0, text.length, { italic: {} });
  else text.insert(pick(text.length + 1), 'é');
}

describe('a section that is read again as it changes', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('is always what the whole reading gives (seed %i)', (seed) => {
    const pick = randomFrom(seed);
    const section = new Y.Doc().getXmlFragment('s');
    const reader = new SectionReader(section);
    section.observeDeep((events) => reader.note(events));
    for (let round = 0; round < 300; round += 1) {
      // now and then several at once, as they come from the network
      section.doc?.transact(() => {
        for (let count = pick(3); count >= 0; count -= 1) change(section, pick);
      });
      expect(reader.read()).toEqual(normalise(section));
    }
  });

  test('gives what did not change as the same objects: one key draws one block', () => {
    const section = new Y.Doc().getXmlFragment('s');
    const blocks = Array.from({ length: 500 }, (_, place) => {
      const made = new Y.XmlElement('paragraph');
      made.setAttribute('id', `p${place}`);
      made.insert(0, [new Y.XmlText(`Ligne ${place}`)]);
      return made;
    });
    section.insert(0, blocks);
    const reader = new SectionReader(section);
    section.observeDeep((events) => reader.note(events));
    const before = reader.read();
    const text = blocks[250]?.get(0);
    if (text instanceof Y.XmlText) text.insert(0, 'x');
    const after = reader.read();
    expect(after.filter((block, place) => block !== before[place])).toHaveLength(1);
    section.delete(0, 1);
    expect(reader.read().every((block, place) => block === after[place + 1])).toBe(true);
  });
});
