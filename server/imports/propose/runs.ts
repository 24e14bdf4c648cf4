import { textOf } from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';

/** The runs without their first `count` characters. */
export function withoutStart(inline: readonly Inline[], count: number): Inline[] {
  return splitRuns(inline, count)[1];
}

/** The runs before and from a character on. */
export function splitRuns(inline: readonly Inline[], at: number): [Inline[], Inline[]] {
  const before: Inline[] = [];
  const after: Inline[] = [];
  let passed = 0;
  for (const run of inline) {
    const cut = Math.min(Math.max(at - passed, 0), run.text.length);
    if (cut > 0) before.push({ ...run, text: run.text.slice(0, cut) });
    if (cut < run.text.length) after.push({ ...run, text: run.text.slice(cut) });
    passed += run.text.length;
  }
  return [before, after];
}

/** The same without spaces at its ends, and with single ones between. Line breaks and tabs stay. */
export function trimRuns(inline: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  let open = false; // whether something was written that a space may follow
  for (const run of inline) {
    let text = run.text.replace(/[^\S\n\t]+/g, ' ').replace(/ ?\n ?/g, '\n');
    if (!open || /\s$/.test(runs.at(-1)?.text ?? '')) text = text.replace(/^\s+/, '');
    if (text === '') continue;
    runs.push({ ...run, text });
    open = true;
  }
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    const text = last.text.replace(/\s+$/, '');
    if (text !== '') {
      runs[runs.length - 1] = { ...last, text };
      break;
    }
    runs.pop();
  }
  return runs;
}

/** The words of runs on one line. */
export function lineOf(inline: readonly Inline[]): string {
  return textOf(inline).replace(/\s+/g, ' ').trim();
}
