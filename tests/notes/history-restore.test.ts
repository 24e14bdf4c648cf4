import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Inline, type NoteBlock, type NoteParagraph, sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { elementsOf } from '#server/notes/elements.ts';
import { turnInto } from '#server/notes/history/turn-into.ts';
import { randomFrom } from '#tests/support/random.ts';

const SECTION = sectionName('00000000-0000-4000-8000-000000000001');

const paragraph = (id: string, text: string | Inline[], more: Partial<NoteParagraph> = {}): NoteParagraph => ({
  ...{ type: 'paragraph', id, kind: 'text', speakerId: null, assigneeId: null, assignee: '', due: null },
  ...{ inline: typeof text === 'string' ? (text ? [{ text }] : []) : text },
  ...more,
});
const list = (...items: NoteBlock[][]): NoteBlock => ({ type: 'list', ordered: false, items });

function documentOf(blocks: readonly NoteBlock[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(SECTION).push(elementsOf(blocks));
  return doc;
}

const sectionOf = (doc: Y.Doc) => doc.getXmlFragment(SECTION);
const read = (doc: Y.Doc) => normalise(sectionOf(doc));
const restore = (doc: Y.Doc, wanted: readonly NoteBlock[], taken = new Set<string>()) =>
  doc.transact(() => turnInto(sectionOf(doc), wanted, taken));

/** A colleague's copy, which then goes its own way. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function merge(a: Y.Doc, b: Y.Doc): void {
  const [ofA, ofB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, ofB);
  Y.applyUpdate(b, ofA);
  expect(JSON.stringify(read(a))).toBe(JSON.stringify(read(b)));
}

/** The text of the nth paragraph directly in the section. */
function textAt(doc: Y.Doc, index: number): Y.XmlText {
  const block = sectionOf(doc).get(index);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text there.');
  return text;
}

describe('a section is turned into a former version of itself', () => {
  test('whatever it became: five hundred pairs of random notes', () => {
    const draw = randomFrom(11);
    const random: Random = () => draw(1_000_000) / 1_000_000;
    for (let round = 0; round < 500; round += 1) {
      const version = randomBlocks(random, 'v');
      const doc = documentOf(version);
      mutate(sectionOf(doc), random);
      restore(doc, version);
      expect(read(doc), `round ${round}`).toEqual(version);
    }
  });

  test('from nothing, and into nothing', () => {
    const version = [paragraph('a', 'Ouverture'), list([paragraph('b', 'Un')], [paragraph('c', 'Deux')]), paragraph('d', 'Fin')];
    const doc = documentOf(version);
    restore(doc, []);
    expect(read(doc)).toEqual([]);
    restore(doc, version);
    expect(read(doc)).toEqual(version);
  });

  test('that it still is: not one operation is made', () => {
    const version = [paragraph('a', [{ text: 'Gras', bold: true }, { text: '\nsuite' }]), list([paragraph('b', 'Un')])];
    const doc = documentOf(version);
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    restore(doc, structuredClone(version));
    expect(updates).toBe(0);
  });

  test('with an update no larger than what changed', () => {
    const version = Array.from({ length: 300 }, (_, index) => paragraph(`p${index}`, `Une phrase de la réunion, la ${index}e.`));
    const doc = documentOf(version);
    textAt(doc, 150).insert(4, 'longue ');
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    restore(doc, version);
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(40);
  });
});

describe('what colleagues type meanwhile', () => {
  test('in a block whose words are changed back stays beside them', () => {
    const version = [paragraph('a', 'Le groupe-pays est maintenu.')];
    const doc = documentOf(version);
    textAt(doc, 0).delete(0, 28);
    textAt(doc, 0).insert(0, 'Tout est à refaire.');
    const colleague = copyOf(doc);
    restore(doc, version);
    textAt(colleague, 0).insert(19, ' Vraiment.');
    merge(doc, colleague);
    const [block] = read(doc);
    const text = block?.type === 'paragraph' ? block.inline.map((run) => run.text).join('') : '';
    expect(text).toContain('Le groupe-pays est maintenu.');
    expect(text).toContain(' Vraiment.');
  });

  test('in blocks that are the same stays, and so does a new block', () => {
    const version = [paragraph('a', 'Un'), paragraph('b', 'Deux'), paragraph('c', 'Trois')];
    const doc = documentOf(version);
    sectionOf(doc).delete(1, 1);
    const colleague = copyOf(doc);
    restore(doc, version);
    textAt(colleague, 0).insert(2, ' et demi');
    sectionOf(colleague).push(elementsOf([paragraph('d', 'Quatre')]));
    merge(doc, colleague);
    expect(read(doc)).toEqual([paragraph('a', 'Un et demi'), paragraph('b', 'Deux'), paragraph('c', 'Trois'), paragraph('d', 'Quatre')]);
  });

  test('does not come twice when two people restore the same version at once', () => {
    const version = [paragraph('a', 'Un'), paragraph('b', 'Deux')];
    const doc = documentOf(version);
    textAt(doc, 0).insert(2, '!');
    const colleague = copyOf(doc);
    restore(doc, version);
    restore(colleague, version);
    merge(doc, colleague);
    expect(read(doc)).toEqual(version);
  });
});

test('a block that went to another section comes back under an id of its own', () => {
  const version = [paragraph('a', 'Un'), paragraph('b', 'Deux')];
  const doc = documentOf([paragraph('a', 'Un')]);
  restore(doc, version, new Set(['b']));
  const [, second] = read(doc);
  expect(second).toMatchObject({ inline: [{ text: 'Deux' }] });
  expect(second?.type === 'paragraph' && second.id).not.toBe('b');
});

// ── random notes ──────────────────────────────────────────────────────────────────────────────────────────────

type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const WORDS = ['Argentine', 'le', 'groupe-pays', 'est', 'maintenu', 'à Santa Fe', 'déjà', '🙂', 'ligne\nsuivante'];

function randomInline(random: Random): Inline[] {
  const runs: Inline[] = [];
  const marks: Omit<Inline, 'text'>[] = [{}, { bold: true }, {}, { italic: true, underline: true }, { href: 'https://cuf.example/' }, {}];
  for (let count = Math.floor(random() * 4); count > 0; count -= 1) {
    const look = pick(random, marks);
    const before = runs.at(-1);
    // two runs of one look read as one
    if (before && JSON.stringify({ ...before, text: '' }) === JSON.stringify({ text: '', ...look })) continue;
    for (const [index, text] of `${pick(random, WORDS)} ${pick(random, WORDS)}`.split('\n').entries()) {
      if (index > 0) push(runs, { text: '\n' });
      push(runs, { text, ...look });
    }
  }
  return runs;
}

function push(runs: Inline[], run: Inline): void {
  const last = runs.at(-1);
  if (last && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...run, text: '' })) last.text += run.text;
  else runs.push({ ...run });
}

function randomBlocks(random: Random, name: string, depth = 0): NoteBlock[] {
  return Array.from({ length: 1 + Math.floor(random() * 5) }, (_, index): NoteBlock => {
    const id = `${name}-${index}`;
    const nested = depth < 2 ? Math.floor(random() * 9) : 9;
    if (nested === 0) return list(randomBlocks(random, `${id}i`, depth + 1), randomBlocks(random, `${id}j`, depth + 1));
    if (nested === 1) return { type: 'quote', blocks: randomBlocks(random, `${id}q`, depth + 1) };
    if (nested === 2) return { type: 'table', rows: [0, 1].map((row) => [0, 1].map((cell) => cellOf(random, `${id}t${row}${cell}`))) };
    if (nested === 3) return { type: 'heading', level: 3, inline: [{ text: `Titre ${id}` }] };
    if (nested === 4) return { type: 'rule' };
    const kind = pick(random, ['text', 'decision', 'action', 'turn'] as const);
    return paragraph(id, randomInline(random), { kind, assignee: random() < 0.2 ? 'Awa Diop' : '' });
  });
}

const cellOf = (random: Random, id: string) => ({ header: random() < 0.3, blocks: [paragraph(id, randomInline(random))] });

/** A few things that people do. */
function mutate(section: Y.XmlFragment, random: Random): void {
  for (let count = 1 + Math.floor(random() * 6); count > 0; count -= 1) {
    const blocks = section.toArray();
    const index = Math.floor(random() * blocks.length);
    const block = blocks[index];
    if (random() < 0.25 && blocks.length > 0) section.delete(index, 1);
    else if (random() < 0.3) section.insert(index, elementsOf([paragraph(crypto.randomUUID(), 'Nouveau')]));
    else if (block instanceof Y.XmlElement && block.nodeName === 'paragraph') mutateText(block, random);
    else if (block instanceof Y.XmlElement && /List|quote/.test(block.nodeName) && block.length > 1) block.delete(0, 1);
  }
}

function mutateText(block: Y.XmlElement, random: Random): void {
  block.setAttribute('kind', pick(random, ['text', 'takeaway', 'action']));
  const text = block.get(0);
  if (!(text instanceof Y.XmlText)) block.insert(0, [new Y.XmlText('Écrit ici')]);
  else if (random() < 0.3) text.delete(0, text.length);
  else if (random() < 0.5) text.format(0, Math.min(3, text.length), { bold: random() < 0.5 ? {} : null } as object);
  else text.insert(Math.floor(random() * (text.length + 1)), 'mot ');
  if (random() < 0.2) block.insert(block.length, [new Y.XmlElement('hardBreak')]);
  if (random() < 0.2 && block.length > 1) block.delete(1, 1);
}
