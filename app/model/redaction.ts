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
    return Array.from(text.matchAll(this.#pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
  }

  touches(text: string): boolean {
    return text.search(this.#pattern) >= 0;
  }

  text(text: string): string {
    return text.replace(this.#pattern, REDACTED);
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

const APOSTROPHES = /['\u2019\u02BC]/u;

/** Whatever spaces and apostrophes were typed, in capitals or not; but not in the middle of another word. */
function patternOf(phrase: string): string {
  const body = Array.from(phrase.normalize('NFC'))
    .map((character) => {
      if (/\s/u.test(character)) return ' ';
      return APOSTROPHES.test(character) ? "['\\u2019\\u02BC]" : RegExp.escape(character);
    })
    .join('')
    .replace(/ +/g, '\\s+');
  const open = /^[\p{L}\p{N}]/u.test(phrase) ? '(?<![\\p{L}\\p{N}])' : '';
  const close = /[\p{L}\p{N}]$/u.test(phrase) ? '(?![\\p{L}\\p{N}])' : '';
  return `${open}${body}${close}`;
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
