import { createStore, type Store } from '../store.ts';

/** What this browser keeps for the product when its windows are closed: values by key, in one order of writing. */
export interface Device {
  /** false: something could not be kept (private window, full or forbidden storage). What could not is in memory, and is tried again. */
  readonly keeps: Store<boolean>;
  put(key: string, value: unknown): void;
  delete(keys: readonly string[]): void;
  /** Everything under keys that begin so, by rising key; what could not be kept is among it. */
  list(prefix: string): Promise<{ key: string; value: unknown }[]>;
}

const DATABASE = 'tertulia-notes';
const STORE = 'unsent';
const TRY_AGAIN_MS = 5000;
/** A window of another version of the product may hold the storage: then it is as if there were none. */
const OPENING_MS = 4000;

/** On IndexedDB; one a page. All that is written in one turn of the event loop is one transaction: wholly there, or not at all. */
export function openDevice(): Device {
  const keeps = createStore(true);
  let database = connect();
  /** Written in this turn; undefined: deleted. */
  let turn: Map<string, unknown> | null = null;
  /** Could not be written. */
  const unkept = new Map<string, unknown>();
  let retry: ReturnType<typeof setTimeout> | null = null;

  function connect(): Promise<IDBDatabase | null> {
    const opening = openDatabase().catch(() => null);
    void opening.then((opened) => {
      if (!opened) return;
      // the browser cleared the site's data, or another window wants to change the form of it
      opened.onclose = () => (database = Promise.resolve(null));
      opened.onversionchange = () => opened.close();
    });
    return opening;
  }

  function write(key: string, value: unknown): void {
    if (!turn) {
      turn = new Map();
      queueMicrotask(() => {
        const writing = turn ?? new Map();
        turn = null;
        void store(writing);
      });
    }
    turn.set(key, value);
  }

  async function store(values: ReadonlyMap<string, unknown>): Promise<void> {
    const opened = unkept.size > 0 ? null : await database;
    try {
      if (!opened) throw new Error('There is no storage, or none at the moment.');
      await inTransaction(opened, values);
    } catch {
      // the typing goes on: what counts now is that the page says so, and tries again
      remember(values);
    }
  }

  function remember(values: ReadonlyMap<string, unknown>): void {
    for (const [key, value] of values) {
      if (value === undefined && unkept.get(key) !== undefined) unkept.delete(key);
      else unkept.set(key, value);
    }
    tell();
  }

  function tell(): void {
    keeps.set([...unkept.values()].every((value) => value === undefined));
    if (unkept.size > 0 && retry === null) retry = setTimeout(() => void tryAgain(), TRY_AGAIN_MS);
  }

  async function tryAgain(): Promise<void> {
    retry = null;
    // a connection that the system took away looks like any other: another one is opened
    const former = await database;
    former?.close();
    database = connect();
    const opened = await database;
    const values = new Map(unkept);
    try {
      if (!opened) throw new Error('There is still no storage.');
      await inTransaction(opened, values);
      for (const [key, value] of values) if (unkept.get(key) === value) unkept.delete(key);
    } catch {
      // told below
    }
    tell();
  }

  return {
    keeps,
    put: write,
    delete: (keys) => {
      for (const key of keys) write(key, undefined);
    },
    async list(prefix) {
      const opened = await database;
      const kept = opened ? await listKept(opened, prefix).catch(() => []) : [];
      const all = new Map(kept);
      for (const [key, value] of [...unkept, ...(turn ?? [])]) if (key.startsWith(prefix)) all.set(key, value);
      return [...all]
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value }));
    },
  };
}

function inTransaction(database: IDBDatabase, values: ReadonlyMap<string, unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    const store = transaction.objectStore(STORE);
    for (const [key, value] of values) {
      if (value === undefined) store.delete(key);
      else store.put(value, key);
    }
  });
}

async function listKept(database: IDBDatabase, prefix: string): Promise<[string, unknown][]> {
  const store = database.transaction(STORE).objectStore(STORE);
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = await Promise.all([answerOf(store.getAllKeys(range)), answerOf(store.getAll(range))]);
  return keys.map((key, index) => [String(key), values[index]]);
}

// async: where storage is forbidden, even asking for it throws
async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const tooLong = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('The storage does not open.')), OPENING_MS));
  return Promise.race([answerOf(request), tooLong]);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
