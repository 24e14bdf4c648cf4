import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Room, RoomOptions } from './room.ts';
import type { Store } from './store.ts';

/** The value of a store, and this component again whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.watch, store.get, store.get);
}

/** Opens the room once the page is there. Yjs and the socket are loaded here and on no other page, after the first paint; the editor by whoever may write. */
export function useRoom(options: Omit<RoomOptions, 'onDiscard'>): Room | null {
  const { meetingId, personId } = options;
  const latest = useRef(options);
  latest.current = options;
  const [room, setRoom] = useState<Room | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the room anew after its document was refused
  useEffect(() => {
    let gone = false;
    let opened: Room | null = null;
    import('./room.ts').then(({ openRoom }) => {
      if (gone) return;
      opened = openRoom({
        meetingId,
        personId,
        agendaItemIds: () => latest.current.agendaItemIds(),
        participants: () => latest.current.participants(),
        today: () => latest.current.today(),
        writes: latest.current.writes,
        onLiveChange: (topic) => latest.current.onLiveChange(topic),
        onLiveState: (pushed) => latest.current.onLiveState(pushed),
        onReturned: () => latest.current.onReturned(),
        onDiscard: () => setAttempt((count) => count + 1),
      });
      setRoom(opened);
    });
    return () => {
      gone = true;
      setRoom(null);
      opened?.close();
    };
  }, [meetingId, personId, attempt]);

  useEffect(() => {
    if (!room) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (room.mustWarn) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [room]);

  return room;
}
