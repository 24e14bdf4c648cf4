import type * as Y from 'yjs';
import type { Inline } from './notes.ts';

const SAFE_ADDRESS = /^(https?:\/\/|mailto:|tel:)/i;
const MAX_ADDRESS = 2000;
// Control characters, bidirectional overrides (Unicode TR 36, 3.4), non-characters
const UNWANTED = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\uFFFE\uFFFF]/gu;

/** The text of one Yjs text as clean runs; anything in it that is not text is left out. */
export function runsOf(text: Y.XmlText): Inline[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes = {} }) => {
    const clean = typeof insert === 'string' ? cleanRun(insert) : '';
    return clean ? [{ text: clean, ...marksOf(attributes) }] : [];
  });
}

/** The same as cleanText of the vocabulary for a part of a text: spaces at its ends count. */
function cleanRun(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNWANTED, (character) => (character === '\n' ? '\n' : character === '\t' ? ' ' : ''))
    .normalize('NFC');
}

function marksOf(attributes: Record<string, unknown>): Omit<Inline, 'text'> {
  const marks: Omit<Inline, 'text'> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    const name = key.replace(/--.*$/, '');
    if (name === 'bold' || name === 'italic' || name === 'underline') marks[name] = true;
    if (name === 'link') {
      const href = addressOf(value);
      if (href) marks.href = href;
    }
  }
  return marks;
}

function addressOf(link: unknown): string | null {
  const href: unknown = typeof link === 'object' && link !== null && 'href' in link ? link.href : null;
  if (typeof href !== 'string' || href.length > MAX_ADDRESS) return null;
  const address = href.toWellFormed().replace(UNWANTED, '').trim();
  return SAFE_ADDRESS.test(address) && (URL.canParse(address) || address.startsWith('tel:')) ? address : null;
}

/** Adds a run at the end; one that looks the same as the last continues it. */
export function appendText(runs: Inline[], run: Inline): void {
  const last = runs.at(-1);
  const same = last && last.bold === run.bold && last.italic === run.italic && last.underline === run.underline && last.href === run.href;
  if (same) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

export function plainText(runs: readonly Inline[]): string {
  return runs.map(({ text }) => text).join('');
}
