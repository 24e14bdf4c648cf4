import type { Editor } from '@tiptap/core';
import type { LiveState, LiveTopic } from '#app/model/notes-protocol.ts';
import { CaretMenu } from './editor/caret-menu.ts';
import { redrawMargin } from './editor/margin.ts';
import { createSectionEditor, writersIn } from './editor/section-editor.ts';
import { NotesConnection, type SaveState } from './notes-connection.ts';
import type { Participant } from './participant.ts';
import type { Writer } from './presence.ts';
import { readBlocks, readRecords, type ShownRecord } from './read-records.ts';
import { type ActionPlace, sectionCommands } from './section-commands.ts';
import { createStore } from './store.ts';

export type { Participant, SaveState, ShownRecord, Writer };

export interface RoomOptions {
  meetingId: string;
  personId: string;
  agendaItemIds(): readonly string[];
  participants(): readonly Participant[];
  today(): string;
  onLiveChange(topic: LiveTopic): void;
  onLiveState(pushed: LiveState): void;
  onReturned(): void;
  onDiscard(lostText: string): void;
}

const RECORDS_EVERY_MS = 150;
const SAY_AGAIN_MS = 60_000;

/** Everything live of the page: the connection, an editor a section, and what the panels show of them. */
export function openRoom(options: RoomOptions) {
  const unsentBlocks = new Set<string>();
  const connection = new NotesConnection({
    meetingId: options.meetingId,
    personId: options.personId,
    onLiveChange: options.onLiveChange,
    onLiveState: options.onLiveState,
    onReturned: options.onReturned,
    onDiscard: () => options.onDiscard(unsentText()),
  });
  const editors = new Map<string, Editor>();
  const menu = new CaretMenu();
  const stores = {
    records: createStore<ShownRecord[] | null>(null),
    writers: createStore<Writer[]>([]),
    /** Blocks typed here that the server does not have. */
    unsentCount: createStore(0),
    /** The section last written in, and what its toolbar shows as on. */
    active: createStore<ActiveSection | null>(null),
    /** The action whose fields are being edited. */
    action: createStore<ActionPlace | null>(null),
    announcement: createStore<Announcement | null>(null),
    keysShown: createStore(false),
    /** Agenda items whose notes nobody may write in. */
    locked: createStore<readonly string[]>([]),
  };

  const unsentText = () => readBlocks(connection.doc, options.agendaItemIds(), unsentBlocks);
  const redraw = () => {
    for (const editor of editors.values()) if (!editor.isDestroyed) redrawMargin(editor.view);
  };

  // Screen readers hear of a colleague at most once a minute and section, never at each key.
  const said = new Map<string, number>();
  const sayWhoWrites = () => {
    for (const [agendaItemId, editor] of editors) {
      for (const { name } of [...writersIn(editor.state, connection).values()].flat()) {
        const heard = said.get(`${agendaItemId} ${name}`);
        if (heard !== undefined && performance.now() - heard < SAY_AGAIN_MS) continue;
        said.set(`${agendaItemId} ${name}`, performance.now());
        stores.announcement.set({ what: 'writes', name, agendaItemId });
      }
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
  connection.state.watch(() => {
    if (connection.state.get().kind === 'saved') {
      unsentBlocks.clear();
      stores.unsentCount.set(0);
    }
    redraw();
  });
  const mayWriteIn = (agendaItemId: string) => connection.canWrite.get() && !stores.locked.get().includes(agendaItemId);
  const setEditable = () => {
    for (const [agendaItemId, editor] of editors) editor.setEditable(mayWriteIn(agendaItemId), false);
    redraw();
  };
  connection.canWrite.watch(setEditable);
  stores.locked.watch(setEditable);

  return {
    ...stores,
    connection,
    menu,
    unsentText,
    editorOf: (agendaItemId: string) => editors.get(agendaItemId),
    mountSection(section: { element: HTMLElement; agendaItemId: string; title: string; lang: string }): () => void {
      const { agendaItemId } = section;
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
        isWaiting: (blockId) => connection.state.get().kind === 'offline' && blockId !== null && unsentBlocks.has(blockId),
        editAction: (blockId) => stores.action.set({ agendaItemId, blockId }),
        onFocus: showActive,
        onTyped: (ids) => {
          for (const id of ids) unsentBlocks.add(id);
          stores.unsentCount.set(unsentBlocks.size);
        },
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
    ...sectionCommands({ editorOf: (agendaItemId) => editors.get(agendaItemId), hasBegun: () => stores.active.get() !== null, connection }),
    close(): void {
      if (recordsTimer !== null) clearTimeout(recordsTimer);
      for (const editor of editors.values()) editor.destroy();
      connection.destroy();
    },
  };
}

/** What is said to screen readers: of one's own keys, or of others, now and then. */
export type Announcement = { what: 'moved' | 'occupied' | 'escaped' | 'added' } | { what: 'writes'; name: string; agendaItemId: string };

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
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}
