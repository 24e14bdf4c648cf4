import * as Y from 'yjs';
import { type NoteParagraph, sectionName } from '#app/model/notes.ts';
import { elementsOf } from './elements.ts';
import type { LostBlock } from './find-lost-words.ts';

/** One paragraph holds no more; a few thousand characters are already long. */
const MAX_CHARACTERS = 50_000;
/** So much of the same text in another block is no chance. */
const TELLING_CHARACTERS = 12;

/**
 * Writes lost words into the document again, by direct operations: into the copy of their block, when it was only moved or
 * wrapped anew; else as a paragraph where the block stood. Returns the last block written, for what comes after it.
 * `text`: of one author; `whole`: nobody else lost words in the block. `home`: where the block stood.
 */
export function putWordsBack(
  doc: Y.Doc,
  lost: Pick<LostBlock, 'pieces' | 'former' | 'blockId'>,
  home: NonNullable<LostBlock['home']>,
  whole: boolean,
): Y.XmlElement | null {
  const section = doc.getXmlFragment(sectionName(home.agendaItemId));
  const copy = whole ? findCopy(section, lost) : null;
  if (copy && lost.pieces.every(({ text }) => !text.includes('\n'))) {
    // from the last, so that the places of the others stay
    for (const { text, at } of lost.pieces.toReversed()) insertAt(copy.block, copy.from + at, text);
    return null;
  }
  const text = textOfPieces(lost.pieces).trim();
  const paragraphs = elementsOf(partsOf(text).map(paragraphOf));
  section.insertAfter(home.after, paragraphs);
  return paragraphs.at(-1) ?? null;
}

/** What was typed in two places of a block does not run together. */
function textOfPieces(pieces: LostBlock['pieces']): string {
  return pieces.reduce((before, { text, at }, index) => {
    const apart = index > 0 && pieces[index - 1]?.at !== at && !/\s$/.test(before) && !/^\s/.test(text);
    return apart ? `${before} ${text}` : before + text;
  }, '');
}

function partsOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / MAX_CHARACTERS) }, (_, part) =>
    text.slice(part * MAX_CHARACTERS, (part + 1) * MAX_CHARACTERS),
  );
}

function paragraphOf(text: string): NoteParagraph {
  const id = crypto.randomUUID();
  return { type: 'paragraph', id, kind: 'text', inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null };
}

/** The one block of the section that says what the lost one said, and where in it; the one with its id when there are several. */
function findCopy(
  section: Y.XmlFragment,
  { former, blockId }: Pick<LostBlock, 'former' | 'blockId'>,
): { block: Y.XmlElement; from: number } | null {
  const saying = textBlocksOf(section).flatMap((block) => {
    const from = former === '' ? 0 : textOf(block).indexOf(former);
    return from >= 0 ? [{ block, from }] : [];
  });
  const same = saying.filter(({ block }) => blockId !== null && block.getAttribute('id') === blockId);
  if (former === '') return same.find(({ block }) => textOf(block) === '') ?? null;
  const [copy, another] = same.length > 0 || former.length < TELLING_CHARACTERS ? same : saying;
  return copy && !another ? copy : null;
}

function textBlocksOf(section: Y.XmlFragment): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = [];
  const ahead: unknown[] = [section];
  while (ahead.length > 0) {
    const next = ahead.pop();
    if (next instanceof Y.XmlElement && (next.nodeName === 'paragraph' || next.nodeName === 'heading')) blocks.push(next);
    else if (next instanceof Y.XmlFragment) ahead.push(...next.toArray());
  }
  return blocks;
}

const stringOf = (text: Y.XmlText) =>
  (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');

/** Text of a block, each line break as one character, as find-lost-words.ts reads it. */
function textOf(block: Y.XmlElement): string {
  return block
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? stringOf(child) : '\n'))
    .join('');
}

function insertAt(block: Y.XmlElement, at: number, text: string): void {
  let left = at;
  for (const child of block.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1;
    if (child instanceof Y.XmlText && left <= length) {
      child.insert(left, text);
      return;
    }
    left -= length;
  }
  block.push([new Y.XmlText(text)]);
}
