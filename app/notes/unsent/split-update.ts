import * as Y from 'yjs';
import { MAX_UPDATE_BYTES } from '#app/model/notes.ts';
import { encodeUpdate, type Struct, type WrittenStruct, writeStruct } from './update-parts.ts';

/** Well under what the server takes at once (MAX_UPDATE_BYTES, and 8,000 structs): judging a part must not hold up the others' keys. */
const PART_BYTES = MAX_UPDATE_BYTES / 4;
const PART_STRUCTS = 2000;
const PIECE_CHARACTERS = 16_000;

const nothingDeleted = new Map<number, never[]>();

/**
 * One change as several that the server takes: a long paste, or the undoing of a long deletion. They follow one another, so
 * send them in this order; together they are the same. Cut before a block of a section wherever that is possible, so that
 * nobody sees half a list.
 * @param doc holds the change already
 */
export function splitUpdate(doc: Y.Doc, update: Uint8Array): Uint8Array[] {
  // a struct takes some bytes: what is this light has few
  if (update.byteLength <= PART_BYTES / 8) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  if (update.byteLength <= PART_BYTES && structs.length <= PART_STRUCTS) return [update];
  const parts = gather(doc, structs).map((written) => encodeUpdate(written, nothingDeleted));
  if (ds.clients.size > 0) parts.push(encodeUpdate([], ds.clients));
  return parts;
}

function gather(doc: Y.Doc, structs: readonly Struct[]): WrittenStruct[][] {
  const parts: WrittenStruct[][] = [];
  let part: WrittenStruct[] = [];
  let bytes = 0;
  /** Where in `part` the last block of a section begins. */
  let blockAt = 0;
  const close = (at: number) => {
    parts.push(part.slice(0, at));
    part = part.slice(at);
    bytes = part.reduce((sum, struct) => sum + struct.bytes.byteLength, 0);
    blockAt = 0;
  };
  for (const struct of structs) {
    if (beginsBlock(doc, struct)) blockAt = part.length;
    for (const written of piecesOf(struct)) {
      if (part.length > 0 && (bytes + written.bytes.byteLength > PART_BYTES || part.length >= PART_STRUCTS)) close(blockAt || part.length);
      part.push(written);
      bytes += written.bytes.byteLength;
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function beginsBlock(doc: Y.Doc, struct: Struct): boolean {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return false;
  const { client, clock } = struct.id;
  if (clock >= Y.getState(doc.store, client)) return false;
  const held = Y.getItem(doc.store, struct.id);
  return held instanceof Y.Item && held.parent instanceof Y.XmlFragment && held.parent._item === null;
}

/** A long run of text is cut, never inside a character (a surrogate pair). */
function piecesOf(struct: Struct): WrittenStruct[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.length <= PIECE_CHARACTERS)
    return [writeStruct(struct)];
  const { str } = struct.content;
  const pieces: WrittenStruct[] = [];
  for (let from = 0; from < str.length; ) {
    let to = Math.min(str.length, from + PIECE_CHARACTERS);
    if (to < str.length && /[\uD800-\uDBFF]/.test(str[to - 1] ?? '')) to -= 1;
    const { id, origin, rightOrigin, parent, parentSub } = struct;
    pieces.push(
      writeStruct(new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, new Y.ContentString(str.slice(0, to))), from),
    );
    from = to;
  }
  return pieces;
}
