import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export type DeleteSet = ReturnType<typeof Y.createDeleteSet>;

/** Adds without looking at what is there: merge (Y.mergeDeleteSets) before use. */
export function addRange({ clients }: DeleteSet, { client, clock }: Y.ID, len: number): void {
  const ranges = clients.get(client);
  if (ranges) ranges.push({ clock, len });
  else clients.set(client, [{ clock, len }]);
}

/** What `all` deletes and `less` does not. Both as Yjs merges them: sorted, without overlaps (Y.mergeDeleteSets). */
export function withoutDeletions(all: DeleteSet, less: DeleteSet): DeleteSet {
  const rest = Y.createDeleteSet();
  for (const [client, ranges] of all.clients) {
    const gaps = ranges.flatMap(({ clock, len }) => cut(clock, clock + len, less.clients.get(client) ?? []));
    if (gaps.length > 0) rest.clients.set(client, gaps);
  }
  return rest;
}

function cut(from: number, to: number, ranges: readonly { clock: number; len: number }[]) {
  const left = [];
  let at = from;
  for (const { clock, len } of ranges) {
    if (clock + len <= at) continue;
    if (clock >= to) break;
    if (clock > at) left.push({ clock: at, len: clock - at });
    at = clock + len;
  }
  if (at < to) left.push({ clock: at, len: to - at });
  return left;
}

/** A Yjs update (version 1) that only deletes. */
export function encodeDeletions(deletions: DeleteSet): Uint8Array {
  return encoding.encode((encoder) => {
    // no client adds anything
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, deletions.clients.size);
    for (const [client, ranges] of deletions.clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}
