/** Of this page, for as long as it is open. */
export const WINDOW: string = crypto.randomUUID();

const taken = new Set([WINDOW]);

/**
 * Whether what a window left behind is now this one's to send: it is when the window is gone (closed, crashed, put to sleep
 * for good) and no other took it over. An open window sends its own. By the Web Locks API, which ends a lock with its window.
 */
export async function takeOver(windowId: string): Promise<boolean> {
  if (taken.has(windowId)) return true;
  // old browsers, and http: two windows may then send the same, which changes nothing
  if (!navigator.locks) return true;
  const free = await hold(windowId);
  if (free) taken.add(windowId);
  return free;
}

/** Tells other windows that this one is open. */
export function beHere(): void {
  if (navigator.locks) void hold(WINDOW);
}

function hold(windowId: string): Promise<boolean> {
  return new Promise((resolve) => {
    const keep = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    };
    navigator.locks.request(`tertulia-notes/${windowId}`, { ifAvailable: true }, keep).catch(() => resolve(true));
  });
}
