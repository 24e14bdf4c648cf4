import * as Y from 'yjs';

/**
 * How many steps Yjs will take to find the places of what an update adds (its conflict resolution), counted in the document
 * before it is applied; stops counting at `limit`. What honest editors write stands between two neighbours and takes none,
 * or a few where somebody else wrote in the same spot. 200 kB that name no neighbours would take a second in a document of
 * their kind, twice that the next time, in the server and in every open page.
 */
export function stepsToPlace(doc: Y.Doc, items: readonly Y.Item[], limit: number): number {
  let steps = 0;
  for (const item of items) {
    let here = firstInTheWay(doc, item);
    const right = item.rightOrigin && find(doc, item.rightOrigin);
    // among the values of an attribute Yjs first goes back to the oldest
    const onward = item.origin === null && item.parentSub !== null ? 'left' : 'right';
    while (here && here !== right && steps < limit) {
      steps += 1;
      here = here[onward];
    }
    if (steps >= limit) break;
  }
  return steps;
}

/** What stands right of the left neighbour, or the value of an attribute; null when that neighbour comes with the same update, or there is nothing. */
function firstInTheWay(doc: Y.Doc, item: Y.Item): Y.Item | null {
  if (item.origin) {
    const left = find(doc, item.origin);
    // inside a run of text that Yjs will split there
    if (left && item.origin.clock < left.id.clock + left.length - 1) return left;
    return left?.right ?? null;
  }
  const parent = parentOf(doc, item);
  if (!parent) return null;
  return item.parentSub === null ? parent._start : (parent._map.get(item.parentSub) ?? null);
}

function parentOf(doc: Y.Doc, item: Y.Item): Pick<Y.XmlFragment, '_start' | '_map'> | null {
  const named: unknown = item.parent;
  if (typeof named === 'string') return doc.share.get(named) ?? null;
  if (named instanceof Y.ID) {
    const { content } = find(doc, named) ?? {};
    return content instanceof Y.ContentType ? content.type : null;
  }
  const right: unknown = item.rightOrigin && find(doc, item.rightOrigin)?.parent;
  return right instanceof Y.XmlFragment || right instanceof Y.XmlText ? right : null;
}

function find(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | null {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return null;
  const found = structs[Y.findIndexSS(structs, clock)];
  return found instanceof Y.Item ? found : null;
}
