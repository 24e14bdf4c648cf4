import type { Editor } from '@tiptap/core';
import type { LiveState, LiveTopic } from '#app/model/notes-protocol.ts';
import { CaretMenu } from './editor/caret-menu.ts';
import { lateCommands, type SectionCommands } from './late-commands.ts';
import { type LiveBlocks, watchBlocks } from './live-blocks.ts';
import { NotesConnection } from './notes-connection.ts';
import type { Participant } from './participant.ts';
import type { Writer } from './presence.ts';
import { readRecords, type ShownRecord } from './read-records.ts';
import type { SaveState } from './save-state.ts';
import type { ActionPlace } from './section-commands.ts';
import { createStore } from './store.ts';
import { type SectionText, textOfUpdates } from './unsent/unsent-text.ts';
import { watchWaitingBlocks } from './unsent/waiting-blocks.ts';
import { writersBySection } from './who-writes.ts';

export type { Participant, SaveState, ShownRecord, Writer };

export interface RoomOptions {
  meetingId: string;
  personId: string;
  agendaItemIds(): readonly string[];
  participants(): readonly Participant[];
  today(): string;
  /** Whether one will probably write: the editor is then fetched at once. */
  writes: boolean;
  onLiveChange(topic: LiveTopic): void;
  onLiveState(pushed: LiveState): void;
  onReturned(): void;
  /** Open another room in place of this one. */
  onDiscard(): void;
}

const RECORDS_EVERY_MS = 150;
const SAY_AGAIN_MS = 60_000;
const FETCH_AGAIN_MS = 3000;

type Editing = typeof import('./editing.ts');

/** Everything live of the page: the connection, an editor a section, and what the panels show of them. */
export function openRoom(options: RoomOptions) {
  const titles = new Map<string, string>();
  const connection = new NotesConnection({
    meetingId: options.meetingId,
    personId: options.personId,
    onLiveChange: options.onLiveChange,
    onLiveState: options.onLiveState,
    onReturned: options.onReturned,
    onDiscard: options.onDiscard,
    onPutBack: (agendaItemId) => stores.announcement.set({ what: 'putBack', agendaItemId }),
    agendaItemIds: options.agendaItemIds,
    titleOf: (agendaItemId) => titles.get(agendaItemId) ?? '',
  });
  const waitingBlocks = watchWaitingBlocks(connection);
  const editors = new Map<string, Editor>();
  const menu = new CaretMenu();
  const stores = {
    records: createStore<ShownRecord[] | null>(null),
    writers: createStore<Writer[]>([]),
    /** Blocks typed here that the server does not have. */
    unsentCount: waitingBlocks.count,
    /** The section last written in, and what its toolbar shows as on. */
    active: createStore<ActiveSection | null>(null),
    /** The action whose fields are being edited. */
    action: createStore<ActionPlace | null>(null),
    announcement: createStore<Announcement | null>(null),
    keysShown: createStore(false),
    /** Who supports the proposals of the notes, in number, and how to join them. */
    supports: createStore<Supports | null>(null),
    /** The editor, as soon as somebody who may write has fetched it. */
    editing: createStore<Editing | null>(null),
    /** What was refused before it came into the notes. */
    notice: createStore<Notice | null>(null),
    /** Agenda items whose notes nobody may write in. */
    locked: createStore<readonly string[]>([]),
  };

  const unsentText = (): SectionText[] => textOfUpdates(connection.doc, connection.unsentUpdates, options.agendaItemIds());
  const redraw = () => {
    for (const editor of editors.values()) if (!editor.isDestroyed) stores.editing.get()?.redrawMargin(editor.view);
  };

  // Screen readers hear of a colleague at most once a minute and section, never at each key.
  const said = new Map<string, number>();
  const sayWhoWrites = () => {
    for (const { name, agendaItemId } of writersBySection(connection.doc, connection.presence)) {
      const heard = said.get(`${agendaItemId} ${name}`);
      if (heard !== undefined && performance.now() - heard < SAY_AGAIN_MS) continue;
      said.set(`${agendaItemId} ${name}`, performance.now());
      stores.announcement.set({ what: 'writes', name, agendaItemId });
    }
  };

  let recordsTimer: ReturnType<typeof setTimeout> | null = null;
  const readSoon = () => {
    recordsTimer ??= setTimeout(() => {
      recordsTimer = null;
      stores.records.set(readRecords(connection.doc, options.agendaItemIds()));
    }, RECORDS_EVERY_MS);
  };
  connection.doc.on('update', readSoon);
  connection.opened.watch(readSoon);
  connection.presence.on('change', () => {
    stores.writers.set(connection.presence.writers());
    sayWhoWrites();
  });
  // only what waits for the network is marked: not at each key, which is saved twenty milliseconds later
  let isAway = false;
  connection.state.watch(() => {
    if (isAway === (connection.state.get().kind === 'offline')) return;
    isAway = !isAway;
    redraw();
  });
  waitingBlocks.count.watch(() => void (isAway && queueMicrotask(redraw)));
  const mayWriteIn = (agendaItemId: string) => connection.canWrite.get() && !stores.locked.get().includes(agendaItemId);
  const setEditable = () => {
    for (const [agendaItemId, editor] of editors) editor.setEditable(mayWriteIn(agendaItemId), false);
    redraw();
  };
  connection.canWrite.watch(setEditable);
  stores.locked.watch(setEditable);
  stores.supports.watch(redraw);

  let commands: SectionCommands | null = null;
  let closed = false;
  const fetchEditor = () => {
    if (stores.editing.get() || closed) return;
    import('./editing.ts').then(
      (editing) => {
        commands ??= editing.sectionCommands({
          editorOf: (agendaItemId) => editors.get(agendaItemId),
          hasBegun: () => stores.active.get() !== null,
          connection,
        });
        stores.editing.set(editing);
      },
      () => setTimeout(fetchEditor, FETCH_AGAIN_MS),
    );
  };
  if (options.writes) fetchEditor();
  connection.canWrite.watch(() => void (connection.canWrite.get() && fetchEditor()));

  let leavesOnPurpose = false;

  return {
    ...stores,
    connection,
    menu,
    unsentText,
    /** A way out that this page offers itself: what is unsent is on the device, and nobody need be warned. */
    leave(): void {
      connection.flush();
      leavesOnPurpose = connection.unsent.kept.get();
    },
    /** Whether closing the window now should be asked about. */
    get mustWarn(): boolean {
      return connection.hasUnsent && !leavesOnPurpose;
    },
    editorOf: (agendaItemId: string) => editors.get(agendaItemId),
    /** The notes of a section for whoever does not write: see live-blocks.ts. */
    readSection: (agendaItemId: string): LiveBlocks => watchBlocks(connection.doc, agendaItemId),
    /** Puts an editor into the page. `editing` says that it is there. */
    mountSection(
      { createSectionEditor }: Editing,
      section: { element: HTMLElement; agendaItemId: string; title: string; lang: string },
    ): () => void {
      const { agendaItemId } = section;
      titles.set(agendaItemId, section.title);
      const showActive = () => {
        const next = activeSection(agendaItemId, editor);
        if (JSON.stringify(next) !== JSON.stringify(stores.active.get())) stores.active.set(next);
      };
      const editor = createSectionEditor({
        ...section,
        connection,
        mayWrite: () => mayWriteIn(agendaItemId),
        menu,
        participants: options.participants,
        today: options.today,
        isWaiting: (blockId) => isAway && blockId !== null && waitingBlocks.has(blockId),
        supportOf(blockId) {
          const supports = stores.supports.get();
          if (!supports) return null;
          const mine = supports.mine.includes(blockId);
          return { count: supports.counts[blockId] ?? 0, mine, toggle: () => supports.put(blockId, !mine) };
        },
        editAction: (blockId) => stores.action.set({ agendaItemId, blockId }),
        onFocus: showActive,
        onTooLong: (characters) => stores.notice.set({ characters }),
        announce: (what) => stores.announcement.set({ what }),
        showKeys: () => stores.keysShown.set(true),
      });
      editor.on('transaction', () => {
        if (stores.active.get()?.agendaItemId === agendaItemId) showActive();
      });
      editors.set(agendaItemId, editor);
      return () => {
        editors.delete(agendaItemId);
        editor.destroy();
      };
    },
    ...lateCommands(() => commands),
    close(): void {
      closed = true;
      if (recordsTimer !== null) clearTimeout(recordsTimer);
      for (const editor of editors.values()) editor.destroy();
      connection.destroy();
    },
  };
}

/** Supports of proposals, by block. */
export interface Supports {
  counts: Readonly<Record<string, number>>;
  mine: readonly string[];
  put(blockId: string, supports: boolean): void;
}

/** A text that is too long to be pasted at once. */
export interface Notice {
  characters: number;
}

/** What is said to screen readers: of one's own keys, or of others, now and then. */
export type Announcement =
  | { what: 'moved' | 'occupied' | 'escaped' | 'tooDeep' | 'added' }
  | { what: 'putBack'; agendaItemId: string | null }
  | { what: 'writes'; name: string; agendaItemId: string };

export type Room = ReturnType<typeof openRoom>;

export interface ActiveSection {
  agendaItemId: string;
  bold: boolean;
  italic: boolean;
  list: boolean;
  link: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

function activeSection(agendaItemId: string, editor: Editor): ActiveSection {
  return {
    agendaItemId,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    list: editor.isActive('bulletList'),
    link: editor.isActive('link'),
    canUndo: editor.isEditable && editor.can().undo(),
    canRedo: editor.isEditable && editor.can().redo(),
  };
}
