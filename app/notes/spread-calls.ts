export interface Pace {
  /** The first call waits a random time up to this. */
  spreadMs: number;
  /** The next one waits at least this long after the one before. */
  restMs: number;
}

export interface SpreadCalls {
  /** Asks for one call; asking again before it is made asks for nothing more. */
  soon(): void;
  stop(): void;
}

/**
 * Makes one call of many. Five hundred pages that are told of a change in the same moment would otherwise all ask in that
 * moment, and again at each of twenty people who sign in one after the other.
 */
export function spreadCalls(work: () => Promise<void>, pace: () => Pace): SpreadCalls {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let underway = false;
  let again = false;
  let rested = 0;
  let stopped = false;

  const soon = () => {
    if (stopped || timer !== null) return;
    if (underway) {
      again = true;
      return;
    }
    timer = setTimeout(call, Math.random() * pace().spreadMs + Math.max(0, rested - performance.now()));
  };
  const call = async () => {
    timer = null;
    underway = true;
    again = false;
    await work().catch(() => {
      // offline: the page asks again once it is back
    });
    underway = false;
    rested = performance.now() + pace().restMs;
    if (again) soon();
  };
  return {
    soon,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
