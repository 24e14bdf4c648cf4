export interface SpreadCalls {
  /** Asks for one call, at a random time within so many milliseconds; asking again before it is made asks for nothing more. */
  soon(withinMs: number): void;
  stop(): void;
}

/**
 * Makes one call of many. Five hundred pages that are told of a change in the same moment would otherwise all ask in that
 * moment, and again at each of twenty people who sign in one after the other. `restMs`: between the end of a call and the next.
 */
export function spreadCalls(work: () => Promise<void>, restMs: () => number): SpreadCalls {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due = 0;
  /** Drawn once a call: the earliest of many draws would be early for everybody. */
  let luck = Math.random();
  let underway = false;
  /** Wanted again while a call was underway, within so many milliseconds. */
  let again: number | null = null;
  let rested = 0;
  let stopped = false;

  const soon = (withinMs: number) => {
    if (stopped) return;
    if (underway) {
      again = Math.min(again ?? withinMs, withinMs);
      return;
    }
    const now = performance.now();
    const next = Math.max(rested, now + luck * withinMs);
    if (timer !== null) {
      if (due <= next) return;
      clearTimeout(timer);
    }
    due = next;
    timer = setTimeout(call, next - now);
  };
  const call = async () => {
    timer = null;
    luck = Math.random();
    underway = true;
    await work().catch(() => {
      // offline: the page asks again once it is back
    });
    underway = false;
    rested = performance.now() + restMs();
    if (again !== null) soon(again);
    again = null;
  };
  return {
    soon,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
