import * as Y from 'yjs';
import { addRange, type DeleteSet } from './delete-sets.ts';
import { homeOf, type LostBlock } from './find-lost-words.ts';

interface Piece {
  client: number;
  clock: number;
  len: number;
  text: string;
  /** Counts the places of the block where something was typed. */
  at: number;
}

interface Group {
  pieces: Piece[];
  home: LostBlock['home'];
}

/** How far back from the last the neighbour of the next one is looked for: people type on, or correct near by. */
const LOOK_BACK = { groups: 20, pieces: 200 };
/** Most that is looked at; what is left has its turn later. */
const MAX_ITEMS = 5000;

/**
 * Words for blocks that were deleted and compacted before they came (somebody was offline for long): Yjs has no place for
 * them at all, so their text and order are read from the updates that brought them, and their place from what else their
 * neighbours' author wrote.
 */
export function readCollected(doc: Y.Doc, collected: DeleteSet, written: readonly ReturnType<typeof Y.decodeUpdate>[]): LostBlock[] {
  if (collected.clients.size === 0) return [];
  const groups: Group[] = [];
  const groupOf = new Map<string, Group>();
  const byPlace = new Map<Y.Item | null, Group>();
  for (const { item, skip } of itemsIn(collected, written)) {
    const parent = parentIdOf(item);
    const known = [item.origin, item.rightOrigin, parent].map((id) => (id ? groupAt(groups, groupOf, id) : undefined)).find(Boolean);
    const place = known ? null : blockNear(doc, neighbourOf(item));
    let group = known ?? byPlace.get(place);
    const { content } = item;
    const node = content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type.nodeName : null;
    if (!group || node === 'paragraph' || node === 'heading') {
      group = { pieces: [], home: group?.home ?? (place && homeOf(doc, place)) };
      groups.push(group);
      if (!known) byPlace.set(place, group);
    }
    if (content instanceof Y.ContentType) groupOf.set(keyOf(item.id), group);
    if (content instanceof Y.ContentString) insert(group, item, skip, content.str.slice(skip));
    if (node === 'hardBreak') insert(group, item, 0, '\n');
  }
  return groups.map(({ pieces, home }) => ({
    pieces: pieces.map(({ client, text, at }) => ({ client, text, at })),
    former: '',
    blockId: null,
    home,
    ranges: rangesOf(pieces),
  }));
}

function rangesOf(pieces: readonly Piece[]): DeleteSet {
  const ranges = Y.createDeleteSet();
  for (const { client, clock, len } of pieces) addRange(ranges, new Y.ID(client, clock), len);
  return Y.mergeDeleteSets([ranges]);
}

const keyOf = ({ client, clock }: Y.ID) => `${client}/${clock}`;

/** What the updates brought in those ranges, by client and clock, each character once: what was sent again is there again. `skip`: so much of it is elsewhere. */
function* itemsIn(collected: DeleteSet, written: readonly ReturnType<typeof Y.decodeUpdate>[]): Iterable<{ item: Y.Item; skip: number }> {
  const items = written.flatMap(({ structs }) =>
    structs.filter((struct): struct is Y.Item => struct instanceof Y.Item && Y.isDeleted(collected, struct.lastId)),
  );
  items.sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock || b.length - a.length);
  let last: Y.Item | null = null;
  for (const item of items.slice(0, MAX_ITEMS)) {
    const { client, clock } = item.id;
    const next = last?.id.client === client ? last.lastId.clock + 1 : 0;
    if (item.lastId.clock < next) continue;
    last = item;
    const range = collected.clients.get(client)?.find((one) => item.lastId.clock < one.clock + one.len);
    yield { item, skip: Math.max(next, range?.clock ?? 0, clock) - clock };
  }
}

function groupAt(groups: readonly Group[], groupOf: ReadonlyMap<string, Group>, id: Y.ID): Group | undefined {
  return groupOf.get(keyOf(id)) ?? groups.slice(-LOOK_BACK.groups).findLast(({ pieces }) => indexOf(pieces, id) >= 0);
}

function indexOf(pieces: readonly Piece[], { client, clock }: Y.ID): number {
  const from = Math.max(0, pieces.length - LOOK_BACK.pieces);
  const found = pieces
    .slice(from)
    .findLastIndex((piece) => piece.client === client && piece.clock <= clock && clock < piece.clock + piece.len);
  return found < 0 ? -1 : from + found;
}

/** Yjs's own rule for one author: right of the left neighbour, else left of the right one. */
function insert({ pieces }: Group, item: Y.Item, skip: number, text: string): void {
  const piece = { client: item.id.client, clock: item.id.clock + skip, len: item.length - skip, text };
  const origin = skip > 0 ? new Y.ID(piece.client, piece.clock - 1) : item.origin;
  const left = origin ? indexOf(pieces, origin) : -1;
  const right = item.rightOrigin ? indexOf(pieces, item.rightOrigin) : -1;
  const neighbour = pieces[left];
  if (neighbour && origin) {
    const cut = origin.clock + 1 - neighbour.clock;
    const rest = { ...neighbour, clock: neighbour.clock + cut, len: neighbour.len - cut, text: neighbour.text.slice(cut) };
    const halves = [{ ...neighbour, len: cut, text: neighbour.text.slice(0, cut) }, { ...piece, at: neighbour.at }, rest];
    pieces.splice(left, 1, ...halves.filter(({ len }) => len > 0));
  } else if (right >= 0) pieces.splice(right, 0, { ...piece, at: pieces[right]?.at ?? 0 });
  else pieces.push({ ...piece, at: pieces.length });
}

function parentIdOf({ parent }: Y.Item): Y.ID | null {
  const named: unknown = parent;
  return named instanceof Y.ID ? named : null;
}

/** What an item of an update says that it stands beside or in. */
export function neighbourOf(item: Y.Item): Y.ID {
  return item.origin ?? item.rightOrigin ?? parentIdOf(item) ?? item.id;
}

/** The block directly in a section that the author of `id` wrote last before it: most often the one that holds it. */
export function blockNear(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | null {
  const structs = doc.store.clients.get(client) ?? [];
  if (structs.length === 0) return null;
  const last = structs.at(-1);
  const end = last ? last.id.clock + last.length : 0;
  for (let index = Y.findIndexSS(structs, Math.min(clock, end - 1)); index >= 0; index -= 1) {
    const struct = structs[index];
    if (struct instanceof Y.Item && struct.parent instanceof Y.XmlFragment && homeOf(doc, struct)) return struct;
  }
  return null;
}
