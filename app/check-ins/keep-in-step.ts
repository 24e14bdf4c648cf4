import type { SyncAnswer, SyncQuestion } from '#app/model/door-protocol.ts';
import type { Store } from '#app/notes/store.ts';
import type { DoorView } from './door-engine.ts';
import type { DoorKeeper } from './kept-door.ts';

/** Checks that go in one request. */
const BATCH = 100;
const EVERY_MS = 20_000;
const GATHER_MS = 250;
const PATIENCE_MS = 15_000;

export interface Steps {
  now(): void;
  soon(): void;
  /** Begins to ask again and again, while somebody looks; gives how to stop. */
  start(): () => void;
}

interface Stepping {
  token: string;
  keeper: DoorKeeper;
  view: Store<DoorView>;
  set: (change: Partial<DoorView>) => void;
}

/** Keeps a door and the server in step: sends what waits, one request at a time, and takes what is new. */
export function keepInStep({ token, keeper, view, set }: Stepping): Steps {
  let running = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function step(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        const answer = await ask(token, questionOf(view.get()));
        set({ online: answer !== null });
        if (!answer) break;
        await take(answer);
        if (view.get().waiting.length > 0 && answer.taken.length + answer.refused.length > 0) again = true;
      } while (again);
    } finally {
      running = false;
    }
  }

  function questionOf({ door, waiting }: DoorView): SyncQuestion {
    const events = waiting.slice(0, BATCH).map(({ event }) => event);
    const { day, change, list } = door;
    return {
      phone: phoneId(),
      sentAt: Temporal.Now.instant().toString(),
      version: list?.version ?? null,
      day,
      change,
      pending: waiting.length,
      events,
    };
  }

  async function take(answer: SyncAnswer): Promise<void> {
    const taken = new Set(answer.taken);
    const refused = new Map(answer.refused.map(({ id, reason }) => [id, reason]));
    const before = view.get().door;
    const moved = answer.presences;
    const presences = new Map(moved && moved.day === before.day ? before.presences : []);
    for (const presence of moved?.list ?? []) presences.set(presence.badge, presence);
    const door = {
      list: answer.list ?? before.list,
      day: moved?.day ?? before.day,
      change: moved?.change ?? before.change,
      presences: moved ? presences : before.presences,
      counts: answer.counts ?? before.counts,
      revoked: answer.openness === 'revoked',
    };
    // first what the server has, so that nobody's arrival is forgotten between the two
    await keeper.putDoor(door);
    if (taken.size > 0) await keeper.forget(taken);
    if (refused.size > 0) await keeper.refuse(refused);
    const { waiting, refused: earlier } = view.get();
    const news = waiting.flatMap((check) => {
      const reason = refused.get(check.event.id);
      return reason ? [{ ...check, refused: reason }] : [];
    });
    set({
      door,
      keeps: keeper.keeps(),
      waiting: waiting.filter(({ event }) => !taken.has(event.id) && !refused.has(event.id)),
      refused: [...earlier, ...news],
    });
  }

  const now = () => void step();
  return {
    now,
    soon() {
      if (timer !== null) return;
      timer = setTimeout(() => {
        timer = null;
        now();
      }, GATHER_MS);
    },
    start() {
      const look = () => document.visibilityState === 'visible' && now();
      const every = setInterval(look, EVERY_MS);
      window.addEventListener('online', now);
      document.addEventListener('visibilitychange', now);
      return () => {
        clearInterval(every);
        window.removeEventListener('online', now);
        document.removeEventListener('visibilitychange', now);
      };
    },
  };
}

/** Null: there is no network, or no server, now. */
async function ask(token: string, question: SyncQuestion): Promise<SyncAnswer | null> {
  try {
    const response = await fetch(`/check-in/${token}/sync`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? ((await response.json()) as SyncAnswer) : null;
  } catch {
    return null;
  }
}

/** Tells this browser's checks from others'. Kept, so that a check can be taken back after a reload. */
function phoneId(): string {
  const KEY = 'tertulia-door-phone';
  try {
    const kept = localStorage.getItem(KEY);
    if (kept) return kept;
    localStorage.setItem(KEY, OWN_ID);
  } catch {
    // no storage: for as long as the page is open
  }
  return OWN_ID;
}

const OWN_ID: string = globalThis.crypto?.randomUUID?.() ?? '';
