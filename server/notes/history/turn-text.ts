import * as Y from 'yjs';
import { compareWords } from '#app/model/compare-words.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { Inline } from '#app/model/notes.ts';
import { formatsOf, inlineNodes } from '../elements.ts';

/** One line of a text block: from a line break to the next. Places among the block's children, the end not included. */
interface Line {
  from: number;
  to: number;
  text: string;
}

/** Makes a text block say this, with no more insertions and deletions than its words need: what a colleague types there stays. */
export function turnText(block: Y.XmlElement, wanted: readonly Inline[]): void {
  const now = linesOf(block);
  const lines = splitLines(wanted);
  const paired = Math.min(now.length, lines.length);
  // from the end, so that the places before stay as they are
  const last = now.at(-1);
  if (lines.length > paired) {
    const more = lines.slice(paired).flatMap((line) => [new Y.XmlElement('hardBreak'), ...inlineNodes(line)]);
    block.insert(last?.to ?? 0, more);
  }
  const surplus = now[paired];
  if (surplus && last) block.delete(surplus.from - 1, last.to - surplus.from + 1);
  for (let index = paired - 1; index >= 0; index -= 1) turnLine(block, now[index] as Line, lines[index] ?? []);
}

function turnLine(block: Y.XmlElement, line: Line, wanted: Inline[]): void {
  const texts = block.slice(line.from, line.to).filter((child) => child instanceof Y.XmlText);
  const [text] = texts;
  if (!text) {
    if (wanted.length > 0) block.insert(line.to, inlineNodes(wanted));
    return;
  }
  // two texts side by side come from two people who began one at once
  const own = line.text.slice(0, text.length);
  if (texts.length > 1) block.delete(line.from + 1, line.to - line.from - 1);
  turnWords(text, own, plainText(wanted));
  turnFormats(text, wanted);
}

function turnWords(text: Y.XmlText, before: string, after: string): void {
  if (before === after) return;
  let at = 0;
  for (const { text: words, change } of compareWords(before, after)) {
    if (change === 'removed') text.delete(at, words.length);
    else {
      if (change === 'added') text.insert(at, words);
      at += words.length;
    }
  }
}

/** The text says what it should: gives each stretch of it the marks that it should have. */
function turnFormats(text: Y.XmlText, wanted: readonly Inline[]): void {
  const patches: { at: number; length: number; patch: Record<string, object | null> }[] = [];
  const now = deltaOf(text).values();
  let [run, left] = [now.next().value, 0];
  left = run?.insert.length ?? 0;
  let at = 0;
  for (const piece of wanted) {
    const formats = formatsOf(piece);
    let rest = piece.text.length;
    while (rest > 0 && run) {
      const length = Math.min(rest, left);
      const patch = patchOf(run.attributes ?? {}, formats);
      if (Object.keys(patch).length > 0) patches.push({ at, length, patch });
      at += length;
      rest -= length;
      left -= length;
      if (left === 0) {
        run = now.next().value;
        left = run?.insert.length ?? 0;
      }
    }
  }
  for (const { at: from, length, patch } of patches) text.format(from, length, patch);
}

function patchOf(now: Record<string, unknown>, wanted: Record<string, object>): Record<string, object | null> {
  const patch: Record<string, object | null> = {};
  // a mark that may overlap itself carries a hash behind its name
  const has = new Map(Object.keys(now).map((key) => [key.replace(/--.*$/, ''), key]));
  for (const [name, key] of has) if (!(name in wanted)) patch[key] = null;
  for (const [name, value] of Object.entries(wanted)) {
    const given = now[has.get(name) ?? ''] as { href?: unknown } | undefined;
    if (given && (name !== 'link' || given.href === (value as { href: unknown }).href)) continue;
    patch[name] = value;
  }
  return patch;
}

function deltaOf(text: Y.XmlText): { insert: string; attributes?: Record<string, unknown> }[] {
  return text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[];
}

function linesOf(block: Y.XmlElement): Line[] {
  const lines: Line[] = [{ from: 0, to: 0, text: '' }];
  for (const [index, child] of block.toArray().entries()) {
    const line = lines.at(-1) as Line;
    if (child instanceof Y.XmlText)
      Object.assign(line, {
        to: index + 1,
        text:
          line.text +
          deltaOf(child)
            .map(({ insert }) => insert)
            .join(''),
      });
    else lines.push({ from: index + 1, to: index + 1, text: '' });
  }
  return lines;
}

function splitLines(runs: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}
