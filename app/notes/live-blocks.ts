import type * as Y from 'yjs';
import { type NoteBlock, sectionName } from '#app/model/notes.ts';
import { SectionReader } from './section-reader.ts';
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
  const reader = new SectionReader(section);
  const blocks = createStore(reader.read());
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stale = false;
  const read = () => {
    timer = null;
    if (document.hidden) return;
    stale = false;
    blocks.set(reader.read());
  };
  const onChange: Parameters<typeof section.observeDeep>[0] = (events) => {
    reader.note(events);
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
