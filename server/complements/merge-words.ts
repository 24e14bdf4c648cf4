import { compareForReading } from '#app/model/compare-words.ts';

export interface MergedWords {
  /** Both changes in one text; where they contradict each other, as proposed. */
  text: string;
  /** Whether they contradict each other nowhere. */
  clean: boolean;
}

/** A stretch of the base, in characters, the end not included, and what stands in its place. */
interface Hunk {
  from: number;
  to: number;
  text: string;
}

/**
 * Three-way merge by words (diff3): what the text became since, and what was proposed on how it was. Neighbouring changes go
 * together; changes of the same words, and two additions at one place, contradict each other unless they are the same.
 */
export function mergeWords(base: string, now: string, proposed: string): MergedWords {
  const [theirs, ours] = [hunksOf(base, now), hunksOf(base, proposed)];
  let [text, at, clean] = ['', 0, true];
  while (theirs.length > 0 || ours.length > 0) {
    const range = firstOf(theirs[0], ours[0]);
    const [mine, yours] = [take(ours, range), take(theirs, range)];
    // each may reach further, into changes of the other side
    for (let more = true; more; ) {
      const [further, elsewhere] = [take(ours, range), take(theirs, range)];
      mine.push(...further);
      yours.push(...elsewhere);
      more = further.length + elsewhere.length > 0;
    }
    const [asProposed, asNow] = [within(base, range, mine), within(base, range, yours)];
    if (mine.length > 0 && yours.length > 0 && asProposed !== asNow) clean = false;
    text += base.slice(at, range.from) + (mine.length > 0 ? asProposed : asNow);
    at = range.to;
  }
  return { text: text + base.slice(at), clean };
}

function hunksOf(base: string, other: string): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { text, change } of compareForReading(base, other)) {
    const last = hunks.at(-1);
    if (change === 'added' && last?.to === at) last.text += text;
    else if (change !== 'same')
      hunks.push({ from: at, to: at + (change === 'removed' ? text.length : 0), text: change === 'added' ? text : '' });
    if (change !== 'added') at += text.length;
  }
  return hunks;
}

/** The range of the earlier of two changes; of two at one place, that of an addition. */
function firstOf(a: Hunk | undefined, b: Hunk | undefined): { from: number; to: number } {
  const first = !b || (a && (a.from < b.from || (a.from === b.from && a.to <= b.to))) ? a : b;
  return { from: first?.from ?? 0, to: first?.to ?? 0 };
}

/** Takes the changes that touch the same words off the list, and widens the range to hold them. */
function take(hunks: Hunk[], range: { from: number; to: number }): Hunk[] {
  const taken: Hunk[] = [];
  for (let hunk = hunks[0]; hunk && meets(hunk, range); hunk = hunks[0]) {
    taken.push(hunk);
    hunks.shift();
    range.to = Math.max(range.to, hunk.to);
    range.from = Math.min(range.from, hunk.from);
  }
  return taken;
}

const meets = (hunk: Hunk, { from, to }: { from: number; to: number }) =>
  (hunk.from < to && from < hunk.to) || (hunk.from === from && hunk.to === to);

function within(base: string, { from, to }: { from: number; to: number }, hunks: readonly Hunk[]): string {
  let [text, at] = ['', from];
  for (const hunk of hunks) {
    text += base.slice(at, hunk.from) + hunk.text;
    at = hunk.to;
  }
  return text + base.slice(at, to);
}
