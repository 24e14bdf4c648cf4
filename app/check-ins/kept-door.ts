import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CheckRefusal, DoorEvent, DoorList, Presence, RoomCounts } from '#app/model/door-protocol.ts';

/** What the server told last. */
export interface KeptDoor {
  list: DoorList | null;
  day: string | null;
  change: number;
  /** By badge. */
  presences: Map<string, Presence>;
  counts: RoomCounts | null;
  revoked: boolean;
}

/** Something noted here of which the server did not say yet that it has it, or which it refused. */
export interface KeptCheck {
  event: DoorEvent;
  /** For people who look at what waits. */
  name: string;
  refused: CheckRefusal | null;
}

interface Schema extends DBSchema {
  doors: { key: string; value: KeptDoor };
  checks: { key: number; value: KeptCheck & { token: string }; indexes: { token: string } };
}

/** What this browser keeps of a door; see `openKeptDoor`. */
export interface DoorKeeper {
  /** false: nothing is kept when the page closes (private window, full storage). */
  keeps(): boolean;
  load(): Promise<{ door: KeptDoor | null; checks: KeptCheck[] }>;
  putDoor(door: KeptDoor): Promise<void>;
  /** Resolves when it is on the phone's disk, as far as the browser tells. */
  add(check: KeptCheck): Promise<void>;
  /** The server has them. */
  forget(ids: ReadonlySet<string>): Promise<void>;
  refuse(reasons: ReadonlyMap<string, CheckRefusal>): Promise<void>;
}

/** On IndexedDB, for one door. A storage that fails is told by `keeps`; what is noted then lives as long as the page. */
export function openKeptDoor(token: string): DoorKeeper {
  let failed = false;
  const database: Promise<IDBPDatabase<Schema> | null> = openDB<Schema>('tertulia-doors', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('doors');
      fresh.createObjectStore('checks', { autoIncrement: true }).createIndex('token', 'token');
    },
  }).catch(() => {
    failed = true;
    return null;
  });

  async function attempt<T>(work: (opened: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> {
    try {
      const opened = await database;
      return opened ? await work(opened) : otherwise;
    } catch {
      failed = true;
      return otherwise;
    }
  }

  /** Changes checks of this door, or takes them away (null), all in one transaction. */
  function change(by: (check: KeptCheck) => KeptCheck | null | undefined): Promise<void> {
    return attempt(async (opened) => {
      const transaction = opened.transaction('checks', 'readwrite', { durability: 'strict' });
      let cursor = await transaction.store.index('token').openCursor(token);
      while (cursor) {
        const after = by(cursor.value);
        if (after === null) await cursor.delete();
        else if (after) await cursor.update({ ...after, token });
        cursor = await cursor.continue();
      }
      await transaction.done;
    }, undefined);
  }

  return {
    keeps: () => !failed,
    load: () =>
      attempt(
        async (opened) => ({
          door: (await opened.get('doors', token)) ?? null,
          checks: await opened.getAllFromIndex('checks', 'token', token),
        }),
        { door: null, checks: [] },
      ),
    putDoor: (door) => attempt(async (opened) => void (await opened.put('doors', door, token)), undefined),
    add: (check) =>
      attempt(async (opened) => {
        const transaction = opened.transaction('checks', 'readwrite', { durability: 'strict' });
        await transaction.store.add({ ...check, token });
        await transaction.done;
      }, undefined),
    forget: (ids) => change((check) => (ids.has(check.event.id) ? null : undefined)),
    refuse: (reasons) =>
      change((check) => {
        const refused = reasons.get(check.event.id);
        return refused ? { ...check, refused } : undefined;
      }),
  };
}
