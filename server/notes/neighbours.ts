import * as Y from 'yjs';
import type { Refusal } from '#app/model/notes-protocol.ts';

/** So far a right neighbour is looked for step by step: most are next to what was written, or a few concurrent words away. */
const NEAR = 64;

type Parent = Y.Item['parent'];

/**
 * Whether what an update added names its neighbours as an editor does: both in the same parent (and of the same attribute),
 * the left one to the left, the right one to the right. Looked at when the update is applied and nothing was collected since.
 * Yjs takes what it can of neighbours that do not fit together, and that depends on what a document has collected already,
 * and on how it keeps a text in pieces: a page that keeps deleted text for its undo would show what all others drop, unchecked.
 */
export function faultOfNeighbours(doc: Y.Doc, items: readonly Y.Item[]): Refusal | null {
  const orders = new Map<Parent, Map<Y.Item, number>>();
  for (const { id, origin, rightOrigin } of items) {
    const placed = structAt(doc, id);
    const left = origin && structAt(doc, origin);
    const right = rightOrigin && structAt(doc, rightOrigin);
    if (placed instanceof Y.Item) {
      if (left && !(isBeside(left, placed) && (placed.parentSub !== null || isLeftOf(left, placed, orders)))) return 'malformed';
      if (right && !(isBeside(right, placed) && placed.parentSub === null && isLeftOf(placed, right, orders))) return 'malformed';
    } else if (left instanceof Y.Item || right instanceof Y.Item) return 'malformed';
  }
  return null;
}

const isBeside = (neighbour: Y.AbstractStruct, { parent, parentSub }: Y.Item): neighbour is Y.Item =>
  neighbour instanceof Y.Item && neighbour.parent === parent && neighbour.parentSub === parentSub;

function isLeftOf(item: Y.Item, right: Y.Item, orders: Map<Parent, Map<Y.Item, number>>): boolean {
  let here = item.right;
  for (let step = 0; step < NEAR; step += 1) {
    if (here === right) return true;
    if (here === null) return false;
    here = here.right;
  }
  const order = orders.get(item.parent) ?? orderIn(item.parent);
  orders.set(item.parent, order);
  return (order.get(item) ?? 0) < (order.get(right) ?? 0);
}

function orderIn(parent: Parent): Map<Y.Item, number> {
  const order = new Map<Y.Item, number>();
  const start = parent instanceof Y.XmlFragment || parent instanceof Y.XmlText ? parent._start : null;
  for (let here = start; here; here = here.right) order.set(here, order.size);
  return order;
}

function structAt(doc: Y.Doc, { client, clock }: Y.ID): Y.AbstractStruct | null {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return null;
  return structs[Y.findIndexSS(structs, clock)] ?? null;
}
