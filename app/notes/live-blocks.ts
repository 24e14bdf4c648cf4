import type * as Y from 'yjs';
import { type NoteBlock, sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { createStore, type Store } from './store.ts';

/** Often enough to read along, seldom enough for an old telephone. */
const READ_EVERY_MS = 200;

export interface LiveBlocks {
  /** Blocks that did not change are the same objects as before. */
  blocks: Store<NoteBlock[]>;
  stop(): void;
}

/**
 * The notes of one agenda item as they are being written, for whoever reads them without an editor. Only a section that
 * changed is read again, and nothing is while the page is out of sight.
 */
export function watchBlocks(doc: Y.Doc, agendaItemId: string): LiveBlocks {
  const section = doc.getXmlFragment(sectionName(agendaItemId));
  const blocks = createStore(normalise(section));
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stale = false;
  const read = () => {
    timer = null;
    if (document.hidden) return;
    stale = false;
    blocks.set(keepSame(blocks.get(), normalise(section)));
  };
  const onChange = () => {
    stale = true;
    timer ??= setTimeout(read, READ_EVERY_MS);
  };
  const onSight = () => void (stale && timer === null && read());
  section.observeDeep(onChange);
  document.addEventListener('visibilitychange', onSight);
  return {
    blocks,
    stop() {
      if (timer !== null) clearTimeout(timer);
      section.unobserveDeep(onChange);
      document.removeEventListener('visibilitychange', onSight);
    },
  };
}

/** The new reading, with every block that says the same as before as the very object of before: it need not be drawn again. */
export function keepSame(before: readonly NoteBlock[], after: NoteBlock[]): NoteBlock[] {
  const known = new Map(before.map((block) => [JSON.stringify(block), block]));
  let changed = before.length !== after.length;
  const kept = after.map((block, place) => {
    const same = known.get(JSON.stringify(block)) ?? block;
    changed ||= same !== before[place];
    return same;
  });
  return changed ? kept : (before as NoteBlock[]);
}
