import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Inline, isBlockKind, MAX_DEPTH, type NoteBlock, sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { BASES, forge } from '#tests/realtime/frame-makers.ts';
import { ATTACKS, element } from '#tests/realtime/hostile-updates.ts';
import { randomFrom, SEED } from '#tests/support/random.ts';

const item = '0190a6b2-0000-7000-8000-000000000001';
const name = sectionName(item);
const BAD_CHARACTER = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

function expectInline(runs: Inline[]): void {
  for (const { text, href, ...formats } of runs) {
    expect(text.isWellFormed() && text.length > 0 && !BAD_CHARACTER.test(text.replaceAll('\n', ''))).toBe(true);
    expect(href === undefined || /^(https?|mailto|tel):/i.test(href)).toBe(true);
    for (const [format, value] of Object.entries(formats))
      expect([format, value]).toEqual([expect.stringMatching(/^(bold|italic|underline)$/), true]);
  }
}

/** Throws unless the blocks are what app/model/notes.ts says; gathers their ids. */
function expectValid(blocks: NoteBlock[], ids: Set<string>, depth = 1): void {
  expect(depth).toBeLessThanOrEqual(MAX_DEPTH + 1);
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      expect(isBlockKind(block.kind) && block.id !== '' && !ids.has(block.id)).toBe(true);
      ids.add(block.id);
      expect(block.due === null || /^\d{4}-\d\d-\d\d$/.test(block.due)).toBe(true);
      for (const who of [block.speakerId, block.assigneeId]) expect(who === null || /^[0-9a-f-]{36}$/.test(who)).toBe(true);
      expectInline(block.inline);
    } else if (block.type === 'heading') {
      expect([3, 4]).toContain(block.level);
      expectInline(block.inline);
    } else if (block.type !== 'rule') {
      const parts =
        block.type === 'list' ? block.items : block.type === 'quote' ? [block.blocks] : block.rows.flat().map((cell) => cell.blocks);
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) expectValid(part, ids, depth + 1);
    }
  }
}

/** Reads, and expects that the document is left as it was. */
function expectReadable(doc: Y.Doc): NoteBlock[] {
  const before = Y.encodeStateAsUpdate(doc);
  const blocks = normalise(doc.getXmlFragment(name));
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  expectValid(blocks, new Set());
  return blocks;
}

function withLine(): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(name).push([element('paragraph', new Y.XmlText('Une ligne honnête'))]);
  return doc;
}

describe('a document that the gate never saw', () => {
  test.each(ATTACKS)('with $name is read as valid notes, and the honest line with it', ({ change }) => {
    const doc = withLine();
    change(doc.getXmlFragment(name), doc);
    expect(JSON.stringify(expectReadable(doc))).toContain('honnête');
  });

  test('with a text of five million characters', () => {
    const doc = withLine();
    doc.getXmlFragment(name).push([element('paragraph', new Y.XmlText('mot '.repeat(1_250_000)))]);
    // of the processor, which others may be busy with
    const start = process.cpuUsage();
    expect(expectReadable(doc)).toHaveLength(2);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000);
  });

  test(`with whatever may be said in updates that are well formed (FUZZ_SEED=${SEED})`, { timeout: 60_000 }, () => {
    const random = randomFrom(SEED);
    for (const baseOf of [BASES.line, BASES.everything, BASES.edited]) {
      for (let run = 0; run < 25; run += 1) {
        const doc = baseOf?.(item, random) ?? withLine();
        for (let k = 0; k < 20; k += 1) {
          try {
            Y.applyUpdate(doc, forge(doc, name, random));
          } catch {
            // what Yjs itself refuses
          }
        }
        expectReadable(doc);
      }
    }
  });
});
