import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

// Frames are parts put end to end: frames joined are again frames. Numbers are lib0 variable-length integers.

/** What a colleague's change took away at the moment it was typed (server/notes/rescue-words.ts); no page counts so far. */
export const PUT_BACK = 2 ** 32;

/** One update as it is stored and relayed: [author, n, length, update]. */
export interface NotePart {
  /** Short number of whoever wrote it, in this meeting (NotePerson.author). */
  author: number;
  /** The author's own counter, from 1; 0: written by the server; PUT_BACK: words of theirs that it put back. */
  n: number;
  /** Yjs update (version 1). */
  update: Uint8Array;
}

export function encodeParts(parts: readonly NotePart[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const { author, n, update } of parts) {
      encoding.writeVarUint(encoder, author);
      encoding.writeVarUint(encoder, n);
      encoding.writeVarUint8Array(encoder, update);
    }
  });
}

/** Throws when the bytes are not whole parts. The updates are views of `frames`, not copies. */
export function decodeParts(frames: Uint8Array): NotePart[] {
  const decoder = decoding.createDecoder(frames);
  const parts: NotePart[] = [];
  while (decoding.hasContent(decoder)) {
    parts.push({ author: decoding.readVarUint(decoder), n: decoding.readVarUint(decoder), update: decoding.readVarUint8Array(decoder) });
  }
  return parts;
}

/** What one open editor shows of itself: [seat, length, state]. An empty state: it left, or shows nothing. */
export interface PresencePart {
  seat: number;
  /** The client's own encoding; nobody else reads it, and it carries no name. */
  state: Uint8Array;
}

export function encodePresence(parts: Iterable<PresencePart>): Uint8Array {
  return encoding.encode((encoder) => {
    for (const { seat, state } of parts) {
      encoding.writeVarUint(encoder, seat);
      encoding.writeVarUint8Array(encoder, state);
    }
  });
}

/** Throws when the bytes are not whole parts. */
export function decodePresence(frames: Uint8Array): PresencePart[] {
  const decoder = decoding.createDecoder(frames);
  const parts: PresencePart[] = [];
  while (decoding.hasContent(decoder)) parts.push({ seat: decoding.readVarUint(decoder), state: decoding.readVarUint8Array(decoder) });
  return parts;
}
