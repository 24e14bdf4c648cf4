import type { SourcePart } from '#app/model/imports.ts';
import { isSpeakerLine } from './propose/speaker-line.ts';
import { PEOPLE, ROLE_LABEL, SECTION, TAKEAWAY } from './propose/words.ts';
import { readMarks } from './read-marks.ts';

const BULLET = /^(\s*)(?:[-–•▪●▣◦‣*▪o](?:\s+[▣▪•o](?=\s))?|\uf0b7|\uf0d8)\s+(?=\S)/u;
const NUMBERED = /^\s*(\d{1,2})[.)]\s+(?=\S)/;
const PICTOGRAMS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\p{Mn}|\s)+$/u;
const ENDS_SENTENCE = /[.!?;:…»”"]\**$/u;
/** A line of a table of contents. */
const CONTENTS = /(?:\t|\.{4,}|…{2,})\s*\d{1,3}$/u;
const SEPARATOR = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

interface Collected {
  shape: SourcePart['shape'];
  level: number;
  ordered: boolean;
  text: string;
  cells: string[];
  line: number;
  /** Nothing is joined to it. */
  closed: boolean;
  lastLine: string;
  lines: number;
  /** The sign that an item of a list began with. */
  sign: string;
}

/**
 * The paragraphs, items and rows of a text: lines that were broken by the width of a page are joined, lines that a person
 * ended are not. A line was broken by the page when the first word of the next one would not have fitted in it.
 */
export function readTextParts(text: string): SourcePart[] {
  const lines = boldByLine(text.replace(/\r\n?/g, '\n').replaceAll('\f', '\n\n').split('\n'));
  const width = wrapWidth(lines);
  const parts: Collected[] = [];
  let blank = true;
  lines.forEach((raw, index) => {
    const line = raw.trimEnd();
    if (line.trim() === '' || PICTOGRAMS.test(line)) {
      blank = true;
      return;
    }
    if (SEPARATOR.test(line)) return;
    const last = parts.at(-1);
    const begun = begin(line, { index, before: lines[index - 1] ?? '', after: lines[index + 1] ?? '' });
    if (last && (begun.shape === 'paragraph' || isDashWithin(last, line, blank, width)) && continues(last, line, blank, width)) {
      last.text += (/\p{L}-$/u.test(last.text) ? '' : ' ') + line.trim();
      last.lastLine = line;
      last.lines += 1;
    } else if (last?.shape === 'row' && begun.shape === 'row' && !blank && isRestOfRow(begun, last)) {
      last.cells = last.cells.map((cell, column) => [cell, begun.cells[column]].filter(hasWords).join(' '));
    } else parts.push(begun);
    blank = false;
  });
  return parts.map(({ shape, level, ordered, text, cells, line }) => {
    return { shape, level, ordered, inline: readMarks(text), cells: cells.map(readMarks), kind: null, line };
  });
}

function begin(line: string, { index, before, after }: { index: number; before: string; after: string }): Collected {
  const part = { level: 0, ordered: false, cells: [], line: index + 1, closed: false, lastLine: line, lines: 1, sign: '' };
  const trimmed = line.trim();
  const heading = /^(#{1,6})\s+(.*)$/.exec(trimmed);
  if (heading) return { ...part, shape: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '', closed: true };
  const cells = cellsOf(line);
  if (cells) return { ...part, shape: 'row', text: '', cells, closed: true };
  const bullet = BULLET.exec(line);
  if (bullet) {
    const rest = line.slice(bullet[0].length);
    return { ...part, shape: 'item', level: depthOf(bullet[1] ?? ''), text: rest.trim(), sign: bullet[0].trim() };
  }
  if (NUMBERED.test(line) && (NUMBERED.test(before) || NUMBERED.test(after)))
    return { ...part, shape: 'item', ordered: true, text: line.replace(NUMBERED, '').trim() };
  return { ...part, shape: 'paragraph', text: trimmed, closed: isSpeakerLine(trimmed) || isLabel(trimmed) || CONTENTS.test(trimmed) };
}

function depthOf(indent: string): number {
  const width = indent.replaceAll('\t', '    ').length;
  return Math.min(Math.ceil(width / 3), 4);
}

/** Rows are written with bars, or with two tabs; a tab before a number is a line of a table of contents. */
function cellsOf(line: string): string[] | null {
  const trimmed = line.trim();
  if (/^\|.*\|$/.test(trimmed))
    return trimmed
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
  if (!line.includes('\t') || /\t\s*\d{1,3}$/.test(trimmed)) return null;
  const cells = line.split('\t').map((cell) => cell.trim());
  return cells.length > 1 ? cells : null;
}

function isLabel(line: string): boolean {
  return line.length < 80 && (SECTION.test(line) || PEOPLE.test(line)) && /(?:[\p{L}\d]|:)$/u.test(line) && !/,/.test(line);
}

/** The rest of a row that was too long for its line: words in one cell only, and none in the first. */
function isRestOfRow(row: Collected, above: Collected): boolean {
  return (
    row.cells.length === above.cells.length && !hasWords(row.cells[0]) && row.cells.filter(hasWords).length === 1 && above.cells.length < 3
  );
}

function hasWords(cell: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(cell ?? '');
}

function continues(last: Collected, line: string, blank: boolean, width: number | null): boolean {
  const text = line.trim();
  if (last.closed || last.shape === 'row') return false;
  if (TAKEAWAY.test(text) || isSpeakerLine(text) || ROLE_LABEL.test(text) || isLabel(text) || CONTENTS.test(text)) return false;
  const ends = ENDS_SENTENCE.test(last.text);
  const small = /^[\p{Ll}(]/u.test(text.replace(/^[*_]+/, ''));
  if (blank) return small && !ends && last.text.length >= 60 && !/^\([^)]*\)$/.test(text);
  if ((small && !/[.!?]\**$/.test(last.text)) || last.text.endsWith(',')) return true;
  if (width === null) return false;
  const firstWord = text.split(' ', 1)[0] ?? '';
  const fits = last.lastLine.length + 1 + firstWord.length <= width - 3;
  return !fits || small || (!ends && last.lastLine.length >= width * 0.8);
}

/** A dash that the page's width brought to the start of a line; after an item that began with the same one, it begins the next. */
function isDashWithin(last: Collected, line: string, blank: boolean, width: number | null): boolean {
  if (last.sign !== '' && line.startsWith(last.sign)) return false;
  return width !== null && !blank && /^[–-]\s/u.test(line) && !/[.!?;:,]$/.test(last.text) && last.lastLine.length >= width * 0.8;
}

/** Bold that goes on over lines is bold in each of them, whether they are joined or not. */
function boldByLine(lines: readonly string[]): string[] {
  let open = false;
  return lines.map((line) => {
    if (line.trim() === '') {
      open = false;
      return line;
    }
    const begun = open ? `**${line}` : line;
    open = begun.split('**').length % 2 === 0;
    return open ? `${begun}**` : begun;
  });
}

/** The width at which lines were broken, in characters; null when they were not. */
function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines
    .map((line) => line.trimEnd().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  if (width < 40 || width > 130 || longest > width * 1.25) return null;
  const full = lengths.filter((length) => length >= width * 0.85).length;
  return full >= lengths.length * 0.25 ? width : null;
}
