import { diffArrays } from 'diff';

/** One step of turning a sequence into another: places in either. */
export type Step =
  | { change: 'same'; before: number; after: number }
  | { change: 'removed'; before: number }
  | { change: 'added'; after: number };

// beyond so many differences nobody reads them one by one; the work grows with their square
const MAX_DIFFERENCES = 1500;

/**
 * The fewest removals and additions that turn one sequence into another, in order (Myers 1986, An O(ND) Difference
 * Algorithm). What differs in more than 1,500 places is given as all removed, all added.
 */
export function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const runs = diffArrays([...before], [...after], { maxEditLength: MAX_DIFFERENCES }) ?? [
    { removed: true, added: false, count: before.length },
    { removed: false, added: true, count: after.length },
  ];
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  for (const { removed, added, count } of runs) {
    for (let step = 0; step < count; step += 1) {
      if (removed) steps.push({ change: 'removed', before: x++ });
      else if (added) steps.push({ change: 'added', after: y++ });
      else steps.push({ change: 'same', before: x++, after: y++ });
    }
  }
  return steps;
}
