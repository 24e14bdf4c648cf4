/**
 * What was typed and is not yet known to be on the server's disk, kept on the device (IndexedDB) so that a closed or crashed
 * window loses nothing. One record an update, by meeting and person: another person of the same browser never sends it.
 */
export interface UnsentUpdates {
  /** What earlier windows left, oldest first. */
  leftovers(): Promise<StoredUpdate[]>;
  keep(key: string, update: Uint8Array): void;
  forget(keys: readonly string[]): void;
}

export interface StoredUpdate {
  key: string;
  update: Uint8Array;
}

const DATABASE = 'tertulia-notes';
const STORE = 'unsent';

/** @param owner of the records: meeting and person. A browser without IndexedDB keeps them in memory only. */
export function openUnsentUpdates(owner: string): UnsentUpdates {
  const database = openDatabase().catch(() => null);
  const range = () => IDBKeyRange.bound(`${owner}/`, `${owner}/\uffff`);
  const write = async (work: (store: IDBObjectStore) => void) => {
    const opened = await database;
    // A full disk or a closing page must not stop the typing; the update is still in memory and on its way.
    if (opened) work(opened.transaction(STORE, 'readwrite').objectStore(STORE));
  };
  return {
    async leftovers() {
      const opened = await database;
      if (!opened) return [];
      const store = opened.transaction(STORE).objectStore(STORE);
      const [keys, updates] = await Promise.all([answerOf(store.getAllKeys(range())), answerOf(store.getAll(range()))]);
      return keys.map((key, index) => ({ key: String(key).slice(owner.length + 1), update: updates[index] as Uint8Array }));
    },
    keep: (key, update) => void write((store) => store.put(update, `${owner}/${key}`)),
    forget: (keys) =>
      void write((store) => {
        for (const key of keys) store.delete(`${owner}/${key}`);
      }),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
