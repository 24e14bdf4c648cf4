/** A value that screens watch (React's useSyncExternalStore) and that code outside React sets. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** @returns how to stop watching. */
  watch(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
