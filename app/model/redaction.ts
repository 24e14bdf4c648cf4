import { appendText } from './note-runs.ts';
import type { Inline } from './notes.ts';

/** What stands in place of words that were redacted: said, and not blackened. */
export const REDACTED = '[mention occultée]';

/** Most phrases of one redaction, and most characters of them all. */
export const MAX_PHRASES = 20;
export const MAX_REDACTED = 20_000;
/** Letters and figures that a phrase has at least: less would be found everywhere. */
const MIN_LETTERS = 2;

/** A stretch of a text. */
export interface Occurrence {
  start: number;
  end: number;
}

/** Phrases to be redacted, found wherever they stand as words of their own. */
export class Redaction {
  readonly #pattern: RegExp;

  /** `phrases` have been cleaned; throws for one that `isRedactable` refuses. */
  constructor(phrases: readonly string[]) {
    if (phrases.length === 0 || !phrases.every(isRedactable)) throw new RangeError('There is nothing to redact.');
    // the longest first: « Karim Belhadj » before « Karim »
    const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
    this.#pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
  }

  find(text: string): Occurrence[] {
    const found = Array.from(fold(text).matchAll(this.#pattern), (match) => [match.index, match.index + match[0].length - 1] as const);
    if (found.length === 0) return [];
    const origins: number[] = [];
    for (let at = 0; at < text.length; at += 1) for (let units = fold(text.charAt(at)).length; units > 0; units -= 1) origins.push(at);
    return found.map(([first, last]) => ({ start: origins[first] ?? 0, end: (origins[last] ?? 0) + 1 }));
  }

  touches(text: string): boolean {
    return fold(text).search(this.#pattern) >= 0;
  }

  text(text: string): string {
    let [redacted, at] = ['', 0];
    for (const { start, end } of this.find(text)) {
      redacted += text.slice(at, start) + REDACTED;
      at = end;
    }
    return redacted + text.slice(at);
  }

  /** The same for a text in runs: a phrase may be half bold. What is left keeps its looks. */
  inline(inline: readonly Inline[]): Inline[] {
    const found = this.find(inline.map((run) => run.text).join(''));
    const linked = inline.some(({ href }) => href !== undefined && this.touches(decoded(href)));
    if (found.length === 0 && !linked) return [...inline];
    const kept: Inline[] = [];
    let [at, next] = [0, 0];
    for (const run of inline) {
      const { href, ...plain } = run;
      const look = href !== undefined && !this.touches(decoded(href)) ? run : plain;
      const end = at + run.text.length;
      let from = at;
      for (; next < found.length && (found[next]?.start ?? 0) < end; next += 1) {
        const { start, end: stop } = found[next] as Occurrence;
        if (start > from) appendText(kept, { ...look, text: run.text.slice(from - at, start - at) });
        if (start >= at) appendText(kept, { text: REDACTED });
        from = Math.max(from, Math.min(stop, end));
        // it goes on in the next run
        if (stop > end) break;
      }
      if (from < end) appendText(kept, { ...look, text: run.text.slice(from - at) });
      at = end;
    }
    return kept;
  }

  /** The same for anything that JSON holds; `skip` names members that say nothing to people. */
  json(value: unknown, skip: ReadonlySet<string> = new Set()): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value))
      return value.length > 0 && value.every(isRun) ? this.inline(value) : value.map((each) => this.json(each, skip));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, skip.has(key) ? member : this.json(member, skip)]));
  }
}

export function isRedactable(phrase: string): boolean {
  return (phrase.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= MIN_LETTERS;
}

/** What one word is written with in several ways: hyphens that nobody sees, zero-width spaces, apostrophes, ligatures… */
const VARIANTS = /(?<unseen>[\u00AD\u200B-\u200D\u2060])|(?<hyphen>[\u2010-\u2013\u2212])|(?<apostrophe>[\u2019\u02BC])|[œæ]/giu;
const LIGATURES = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
]);

/** The same text whichever way it was typed; each unit of UTF-16 becomes none, one or two, whatever stands around it. */
function fold(text: string): string {
  return text.replace(VARIANTS, (variant, unseen?: string, hyphen?: string, apostrophe?: string) => {
    if (unseen) return '';
    if (hyphen) return '-';
    return apostrophe ? "'" : (LIGATURES.get(variant.toLowerCase()) ?? variant);
  });
}

/** For folded texts: whatever spaces were typed, in capitals or not; but not in the middle of another word. */
function patternOf(phrase: string): string {
  const folded = fold(phrase.normalize('NFC'));
  const body = folded.split(/\s+/u).map(RegExp.escape).join('\\s+');
  const open = /^[\p{L}\p{N}]/u.test(folded) ? '(?<![\\p{L}\\p{N}])' : '';
  const close = /[\p{L}\p{N}]$/u.test(folded) ? '(?![\\p{L}\\p{N}])' : '';
  return `${open}${body}${close}`;
}

/**
 * Cuts a redacted text to what its column holds, in characters (code points): the mark is longer than most words. A mark that
 * would be cut in two goes whole; « … » says that something is missing.
 */
export function cutToFit(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const kept = characters.slice(0, limit - 1).join('');
  const open = kept.lastIndexOf('[');
  const last = kept.slice(open);
  const halved = open >= 0 && last !== REDACTED && REDACTED.startsWith(last);
  return `${(halved ? kept.slice(0, open) : kept).trimEnd()}…`;
}

function isRun(value: unknown): value is Inline {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    !('type' in value) &&
    !('kind' in value)
  );
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
