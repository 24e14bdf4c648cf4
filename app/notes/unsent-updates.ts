import type { Refusal } from '#app/model/notes-protocol.ts';
import { createStore, type Store } from './store.ts';
import { type Device, openDevice } from './unsent/device.ts';
import { beHere, takeOver, WINDOW } from './unsent/window-lock.ts';

/**
 * What was typed and is not yet known to be on the server's disk, kept on the device (IndexedDB) so that a closed or crashed
 * window loses nothing. One record an update, by meeting and person: another person of the same browser never sends it.
 */
export interface UnsentUpdates {
  /** false: the device does not keep what is typed; it is in this window only. */
  readonly kept: Store<boolean>;
  /** What windows that are no more left, and what an earlier room of this one did, oldest first. */
  leftovers(): Promise<StoredUpdate[]>;
  /** @returns its key. */
  keep(update: Uint8Array): string;
  forget(keys: readonly string[]): void;
  /** Texts that will not be sent any more, for their author to take back; until dismissed. */
  readonly copies: Store<KeptCopy[]>;
  addCopy(copy: Omit<KeptCopy, 'id'>): void;
  dismissCopy(id: string): void;
}

export interface StoredUpdate {
  key: string;
  update: Uint8Array;
}

export interface KeptCopy {
  id: string;
  reason: Refusal;
  sections: { agendaItemId: string; title: string; text: string }[];
}

let device: Device | null = null;
let count = 0;

/** Rises with each call, and from one window to the next: what is sent first was typed first. */
function nextOrder(): string {
  count += 1;
  const milliseconds = Math.round(performance.timeOrigin + performance.now());
  return `${String(milliseconds).padStart(15, '0')}-${String(count).padStart(9, '0')}`;
}

/** @param owner of the records: meeting and person. */
export function openUnsentUpdates(owner: string): UnsentUpdates {
  device ??= openDevice();
  beHere();
  const { put, delete: remove, list, keeps } = device;
  const updates = `${owner}/`;
  const texts = `copy:${owner}/`;
  const copies = createStore<KeptCopy[]>([]);
  void list(texts).then((kept) => copies.set([...kept.map(({ value }) => value as KeptCopy), ...copies.get()]));
  return {
    kept: keeps,
    async leftovers() {
      const all = await list(updates);
      const windows = new Map<string, Promise<boolean>>();
      for (const { key } of all) if (!windows.has(windowOf(key))) windows.set(windowOf(key), takeOver(windowOf(key)));
      const mine = new Set<string>();
      for (const [id, taken] of windows) if (await taken) mine.add(id);
      return all.filter(({ key }) => mine.has(windowOf(key))).map(({ key, value }) => ({ key, update: value as Uint8Array }));
    },
    keep(update) {
      const key = `${updates}${nextOrder()}.${WINDOW}`;
      put(key, update);
      return key;
    },
    forget: (keys) => remove(keys),
    copies,
    addCopy(copy) {
      const id = crypto.randomUUID();
      put(texts + id, { ...copy, id });
      copies.set([...copies.get(), { ...copy, id }]);
    },
    dismissCopy(id) {
      remove([texts + id]);
      copies.set(copies.get().filter((copy) => copy.id !== id));
    },
  };
}

/** '' of what the first version of this store kept. */
const windowOf = (key: string): string => (key.includes('.') ? key.slice(key.lastIndexOf('.') + 1) : '');
