import type { NotesConnection } from '../notes-connection.ts';
import { createStore, type Store } from '../store.ts';
import { blockIdsOf } from './unsent-text.ts';

export interface WaitingBlocks {
  count: Store<number>;
  has(blockId: string): boolean;
}

/** Blocks written in here of which the server does not have everything. */
export function watchWaitingBlocks(connection: NotesConnection): WaitingBlocks {
  const { doc, state, opened } = connection;
  const blocks = new Set<string>();
  const count = createStore(0);
  const add = (update: Uint8Array) => {
    for (const id of blockIdsOf(doc, update)) blocks.add(id);
    count.set(blocks.size);
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== connection && connection.hasUnsent) add(update);
  });
  // what an earlier window left
  opened.watch(() => connection.unsentUpdates.forEach(add));
  state.watch(() => {
    const { kind } = state.get();
    if (kind !== 'saved' && kind !== 'offline') return;
    blocks.clear();
    count.set(0);
    // the network may go between an acknowledgement and its being shown: what counts is what is not acknowledged
    if (kind === 'offline') connection.unsentUpdates.forEach(add);
  });
  return { count, has: (blockId) => blocks.has(blockId) };
}
