import { createHash } from 'node:crypto';
import { type Finding, PROBLEMS, type Problem } from '#app/model/checker.ts';
import type { Passage } from './passages.ts';

/** What a rule says of words of a passage: from character `start` to `end`. */
export interface Remark {
  problem: Problem;
  passage: Passage;
  start: number;
  end: number;
  expected?: string;
  /** What to put in the place of these words. */
  replacement?: string;
}

const AROUND = 40;
/** Longest excerpt. */
const MOST = 240;

/** Makes a finding of a remark. */
export function findingOf({ problem, passage, start, end, expected = '', replacement }: Remark): Finding {
  const { text, anchor, blockId, role } = passage;
  const found = text.slice(start, end).trim();
  // a speaker's line is made from the attendance: it is not written in the notes
  const editable = blockId !== null && role !== 'speaker' && replacement !== undefined && start < end;
  return {
    ...{ rule: PROBLEMS[problem].rule, problem, severity: PROBLEMS[problem].severity },
    ...{ anchor, blockId, found: shorten(found), excerpt: excerptOf(text, start, end), expected },
    correction: editable ? { from: text.slice(start, end), to: replacement, nth: countBefore(text, text.slice(start, end), start) } : null,
    fingerprint: hash(JSON.stringify([blockId ?? role, hashOfText(passage), problem, start, found, expected])),
  };
}

const hashes = new WeakMap<Passage, string>();

/** Of the words of a passage, once for all that is said of them. */
function hashOfText(passage: Passage): string {
  const known = hashes.get(passage);
  if (known) return known;
  const made = hash(passage.text);
  hashes.set(passage, made);
  return made;
}

function hash(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest('hex');
}

function excerptOf(text: string, start: number, end: number): string {
  const from = wordStart(text, Math.max(0, start - AROUND));
  const to = wordEnd(text, Math.min(text.length, end + AROUND, from + MOST));
  const cut = text.slice(from, to).toWellFormed().replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${cut}${to < text.length ? ' …' : ''}`;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space < at - AROUND / 2 ? at : space;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + AROUND ? at : space + 1;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text;
}

function countBefore(text: string, words: string, start: number): number {
  let count = 0;
  for (let at = text.indexOf(words); at !== -1 && at < start; at = text.indexOf(words, at + 1)) count++;
  return count;
}
