import { compareForReading } from '#app/model/compare-words.ts';
import type { BlockLook, ComparedBlock } from '#app/model/note-history.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { Inline, NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import { stepsBetween } from '#app/model/sequences.ts';

/** A block that holds text, taken out of whatever it stands in. */
export interface Line {
  /** A paragraph keeps its id, whatever is done to it; what has none is told by what it says. */
  key: string;
  look: BlockLook;
  inline: readonly Inline[];
  paragraph: NoteParagraph | null;
}

/** What was changed between two versions of a section: every line of either, in order, but those that never said anything. */
export function compareBlocks(before: readonly NoteBlock[], after: readonly NoteBlock[]): ComparedBlock[] {
  return compareLines(linesOf(before, null), linesOf(after, null));
}

/** All that lines are taken from: whoever compares a part of a text knows by it what came from another part, or went there. */
export interface WholeText {
  before: ReadonlyMap<string, Line>;
  after: ReadonlySet<string>;
}

/** The same for lines, of a whole text or of a part of one. */
export function compareLines(from: readonly Line[], to: readonly Line[], whole: WholeText = wholeOf(from, to)): ComparedBlock[] {
  const steps = stepsBetween(
    from.map(({ key }) => key),
    to.map(({ key }) => key),
  );
  const compared = steps.flatMap((step, index): ComparedBlock[] => {
    const was = step.change === 'added' ? undefined : from[step.before];
    const is = step.change === 'removed' ? undefined : to[step.after];
    const key = `${index}`;
    if (was && is) return [{ ...comparedLines(was, is), key }];
    // it is shown where it now stands
    if (was) return whole.after.has(was.key) ? [] : [{ ...wholeLine(was, 'removed'), key }];
    const moved = is && whole.before.get(is.key);
    if (is && moved) return [{ ...comparedLines(moved, is), change: 'moved', key }];
    return is ? [{ ...wholeLine(is, 'added'), key }] : [];
  });
  return compared.filter(saysSomething);
}

export function wholeOf(before: readonly Line[], after: readonly Line[]): WholeText {
  return { before: new Map(before.map((line) => [line.key, line])), after: new Set(after.map(({ key }) => key)) };
}

/** An empty line holds room for a caret; « added » beside nothing would only puzzle. */
function saysSomething({ look, parts, kind }: ComparedBlock): boolean {
  return parts.length > 0 || look.type === 'rule' || look.kind !== 'text' || kind !== undefined;
}

function wholeLine({ look, inline }: Line, change: 'added' | 'removed'): Omit<ComparedBlock, 'key'> {
  const text = plainText(inline);
  return { change, look, parts: text ? [{ text, change }] : [] };
}

function comparedLines(was: Line, is: Line): Omit<ComparedBlock, 'key'> {
  const parts = compareForReading(plainText(was.inline), plainText(is.inline));
  const more: Partial<ComparedBlock> = {};
  if (was.look.kind !== is.look.kind) more.kind = { before: was.look.kind, after: is.look.kind };
  if (was.paragraph && is.paragraph) Object.assign(more, comparedFields(was.paragraph, is.paragraph));
  const sameText = parts.every(({ change }) => change === 'same');
  if (sameText && JSON.stringify(was.inline) !== JSON.stringify(is.inline)) more.format = true;
  const same = sameText && Object.keys(more).length === 0 && was.look.within === is.look.within;
  return { change: same ? 'same' : 'changed', look: is.look, parts, ...more };
}

function comparedFields(was: NoteParagraph, is: NoteParagraph): Partial<ComparedBlock> {
  const fields: Partial<ComparedBlock> = {};
  if (was.assignee !== is.assignee) fields.assignee = { before: was.assignee, after: is.assignee };
  if (was.due !== is.due) fields.due = { before: was.due, after: is.due };
  if (was.speakerId !== is.speakerId) fields.speaker = true;
  return fields;
}

export function linesOf(blocks: readonly NoteBlock[], within: BlockLook['within']): Line[] {
  return blocks.flatMap((block) => linesIn(block, within));
}

function linesIn(block: NoteBlock, within: BlockLook['within']): Line[] {
  const look = { type: 'paragraph', kind: 'text', within } as const;
  switch (block.type) {
    case 'paragraph':
      return [{ key: block.id, look: { ...look, kind: block.kind }, inline: block.inline, paragraph: block }];
    case 'heading':
      return [{ key: `heading ${plainText(block.inline)}`, look: { ...look, type: 'heading' }, inline: block.inline, paragraph: null }];
    case 'rule':
      return [{ key: 'rule', look: { ...look, type: 'rule' }, inline: [], paragraph: null }];
    case 'list':
      return block.items.flatMap((item) => linesOf(item, 'list'));
    case 'quote':
      return linesOf(block.blocks, 'quote');
    case 'table':
      return block.rows.flat().flatMap((cell) => linesOf(cell.blocks, 'table'));
  }
}
