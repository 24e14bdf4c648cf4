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
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = shortest(before.slice(start, before.length - tail), after.slice(start, after.length - tail), start);
  const same = (count: number, from: number, to: number): Step[] =>
    Array.from({ length: count }, (_, index) => ({ change: 'same', before: from + index, after: to + index }));
  return [...same(start, 0, 0), ...middle, ...same(tail, before.length - tail, after.length - tail)];
}

function shortest(before: readonly string[], after: readonly string[], offset: number): Step[] {
  const removed = (x: number): Step => ({ change: 'removed', before: offset + x });
  const added = (y: number): Step => ({ change: 'added', after: offset + y });
  const all = () => [...before.map((_, x) => removed(x)), ...after.map((_, y) => added(y))];
  if (before.length === 0 || after.length === 0) return all();
  const trace = farthestReaching(before, after);
  if (!trace) return all();
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const reached = trace[d - 1] as Int32Array;
    const at = (diagonal: number) => reached[diagonal + d] ?? -1;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = down ? at(k + 1) : at(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0))
      steps.push({ change: 'same', before: offset + --x, after: offset + --y });
    steps.push(down ? added(fromY) : removed(fromX));
    [x, y] = [fromX, fromY];
  }
  while (x > 0) steps.push({ change: 'same', before: offset + --x, after: offset + --y });
  return steps.reverse();
}

/** After each number of differences d: how far each diagonal reaches, of index k + d + 1; null: too many differences. */
function farthestReaching(before: readonly string[], after: readonly string[]): Int32Array[] | null {
  const trace: Int32Array[] = [];
  let reached = new Int32Array([-1, 0, -1]);
  const most = Math.min(before.length + after.length, MAX_DIFFERENCES);
  for (let d = 0; d <= most; d += 1) {
    const next = new Int32Array(2 * d + 3).fill(-1);
    for (let k = -d; k <= d; k += 2) {
      // of the round before: index shifted by one
      const [left, right] = [reached[k - 1 + d] ?? -1, reached[k + 1 + d] ?? -1];
      let x = d === 0 ? 0 : k === -d || (k !== d && left < right) ? right : left + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      next[k + d + 1] = x;
      if (x >= before.length && x - k >= after.length) return [...trace, next];
    }
    trace.push(next);
    reached = next;
  }
  return null;
}
