import type { Correction } from '#app/model/checker.ts';
import { textOf } from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';

/** These runs with one place corrected, bold and links as they are; null when the words do not stand there. */
export function replaceWords(inline: readonly Inline[], { from, to, nth }: Correction): Inline[] | null {
  const text = textOf(inline);
  let start = text.indexOf(from);
  for (let count = 0; count < nth && start !== -1; count++) start = text.indexOf(from, start + 1);
  if (start === -1 || from === '') return null;
  const end = start + from.length;
  let at = 0;
  let put = false;
  return inline.flatMap((run) => {
    const [begin, stop] = [at, at + run.text.length];
    at = stop;
    if (stop <= start || begin >= end) return [run];
    // the first run that the words stand in takes the new ones
    const middle = put ? '' : to;
    put = true;
    const words = run.text.slice(0, Math.max(0, start - begin)) + middle + run.text.slice(Math.max(0, end - begin));
    return words === '' ? [] : [{ ...run, text: words }];
  });
}
