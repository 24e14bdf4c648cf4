import type { TextPart } from './note-history.ts';
import { stepsBetween } from './sequences.ts';

const segmenter = new Intl.Segmenter('fr', { granularity: 'word' });

/** Words, spaces and marks, in order. */
function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Both texts as one sequence of parts, to the letter: leaving out what was added gives the first, what was removed the second. */
export function compareWords(before: string, after: string): TextPart[] {
  // most of a text stays: finding its words costs a hundred times more than seeing that
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const parts: TextPart[] = [];
  for (const step of stepsBetween(from, to)) {
    const text = (step.change === 'added' ? to[step.after] : from[step.before]) ?? '';
    const last = parts.at(-1);
    if (last?.change === step.change) last.text += text;
    else parts.push({ text, change: step.change });
  }
  return parts;
}

/** The same for reading: « deux trois » in place of « quatre cinq » is one change and not two around a space; removals first. */
export function compareForReading(before: string, after: string): TextPart[] {
  const read: TextPart[] = [];
  let [removed, added] = ['', ''];
  const close = () => {
    if (removed) read.push({ text: removed, change: 'removed' });
    if (added) read.push({ text: added, change: 'added' });
    [removed, added] = ['', ''];
  };
  const parts = compareWords(before, after);
  for (const [index, { text, change }] of parts.entries()) {
    const between = removed + added !== '' && index < parts.length - 1 && text.trim() === '';
    if (change !== 'same' || between) {
      if (change !== 'added') removed += text;
      if (change !== 'removed') added += text;
    } else {
      close();
      read.push({ text, change });
    }
  }
  close();
  return read;
}
