import { compareWords } from '#app/model/compare-words.ts';
import { appendText, plainText } from '#app/model/note-runs.ts';
import type { Inline } from '#app/model/notes.ts';

/** The same runs saying another text: the words that stay keep their marks, what is new looks like what it replaces or stands in. */
export function reword(runs: readonly Inline[], text: string): Inline[] {
  const now = plainText(runs);
  const made: Inline[] = [];
  let at = 0;
  let replaced: Omit<Inline, 'text'> | null = null;
  for (const part of compareWords(now, text)) {
    if (part.change === 'added') appendText(made, { ...(replaced ?? marksAround(runs, at)), text: part.text });
    if (part.change === 'same') for (const run of slice(runs, at, at + part.text.length)) appendText(made, run);
    replaced = part.change === 'removed' ? marksAt(runs, at) : null;
    if (part.change !== 'added') at += part.text.length;
  }
  return made;
}

function slice(runs: readonly Inline[], from: number, to: number): Inline[] {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text ? [{ ...run, text }] : [];
  });
}

function marksAt(runs: readonly Inline[], at: number): Omit<Inline, 'text'> {
  const { text: _, ...marks } = slice(runs, at, at + 1)[0] ?? { text: '' };
  return marks;
}

/** Of what is put between two characters: the marks of the run that both belong to. */
function marksAround(runs: readonly Inline[], at: number): Omit<Inline, 'text'> {
  const [around, ...others] = slice(runs, at - 1, at + 1);
  const { text, ...marks } = around ?? { text: '' };
  return text.length === 2 && others.length === 0 ? marks : {};
}
