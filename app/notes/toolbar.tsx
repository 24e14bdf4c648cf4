import { type KeyboardEvent, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import { historyPath } from './history/history-query.ts';
import { LinkDialog } from './link-dialog.tsx';
import type { Live } from './load-live.server.ts';
import type { ActiveSection, Room } from './room.ts';
import { useStore } from './use-room.ts';

interface Tool {
  id: string;
  icon: IconName;
  label: string;
  /** Undefined: not a switch. */
  on?: boolean | undefined;
  /** Nothing to do now; stays focusable, so that the arrows never skip. */
  off: boolean;
  /** Begins a group. */
  apart?: boolean;
  /** The page that does the same without scripts. */
  page?: string;
  /** Without it, the page is gone to. */
  use?(): void;
}

/** Something that is shown beside the notes or not. */
export interface Shown {
  shown: boolean;
  toggle(): void;
}

interface ToolbarProps {
  live: Live;
  room: Room;
  onForm(): void;
  /** « Qui a écrit ». */
  writers: Shown;
  /** « Rechercher dans les notes ». */
  find: Shown;
}

/** One stop of the Tab key; arrows, Home and End inside (ARIA toolbar pattern). Alt+F10 comes here from the text. */
export function Toolbar({ live, room, onForm, writers, find }: ToolbarProps) {
  const active = useStore(room.active);
  const [current, setCurrent] = useState(0);
  const [linking, setLinking] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const tools = toolsOf({ live, room, onForm, writers, find }, active, () => setLinking(true));

  const onKeyDown = (event: KeyboardEvent) => {
    const last = tools.length - 1;
    const next = { ArrowRight: current === last ? 0 : current + 1, ArrowLeft: current === 0 ? last : current - 1, Home: 0, End: last }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll<HTMLElement>('button, a')[next]?.focus();
  };

  return (
    <div className="lv-tools__bar" role="toolbar" aria-label={m.notes_tools()} ref={bar} onKeyDown={onKeyDown}>
      {tools.map(({ id, icon, label, on, off, apart, page, use }, index) => (
        <span key={id} className={apart ? 'lv-tool lv-tool--apart' : 'lv-tool'}>
          {page ? (
            <A
              className="btn btn--quiet"
              to={page}
              aria-label={label}
              title={label}
              aria-haspopup={use ? 'dialog' : undefined}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onClick={(event) => {
                if (!use || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                use();
              }}
            >
              <Icon name={icon} />
            </A>
          ) : (
            <button
              className="btn btn--quiet"
              type="button"
              aria-label={label}
              title={label}
              aria-pressed={on}
              aria-disabled={off || undefined}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => (off ? undefined : use?.())}
            >
              <Icon name={icon} />
            </button>
          )}
        </span>
      ))}
      {linking && active ? <LinkDialog room={room} sectionId={active.agendaItemId} onClose={() => setLinking(false)} /> : null}
    </div>
  );
}

function toolsOf({ live, room, onForm, writers, find }: ToolbarProps, active: ActiveSection | null, onLink: () => void): Tool[] {
  const editor = active ? room.editorOf(active.agendaItemId) : undefined;
  const chain = () => editor?.chain().focus();
  const off = !editor;
  return [
    { id: 'undo', icon: 'arrow-u-up-left', label: m.notes_undo(), off: !active?.canUndo, use: () => chain()?.undo().run() },
    { id: 'redo', icon: 'arrow-u-up-right', label: m.notes_redo(), off: !active?.canRedo, use: () => chain()?.redo().run() },
    {
      id: 'bold',
      icon: 'text-b',
      label: m.notes_bold(),
      on: active?.bold === true,
      off,
      apart: true,
      use: () => chain()?.toggleBold().run(),
    },
    {
      id: 'italic',
      icon: 'text-italic',
      label: m.notes_italic(),
      on: active?.italic === true,
      off,
      use: () => chain()?.toggleItalic().run(),
    },
    {
      id: 'list',
      icon: 'list-bullets',
      label: m.notes_list(),
      on: active?.list === true,
      off,
      use: () => active && room.toggleList(active.agendaItemId),
    },
    { id: 'link', icon: 'link-simple', label: m.notes_link(), on: active?.link === true, off, use: onLink },
    { id: 'table', icon: 'table', label: m.notes_table(), off, use: () => active && room.insertTable(active.agendaItemId) },
    {
      id: 'form',
      icon: 'user-plus',
      label: m.notes_form(),
      off: false,
      apart: true,
      page: `/meetings/${live.meeting.slug}/live/intervention`,
      use: onForm,
    },
    { id: 'find', icon: 'magnifying-glass', label: m.find_label(), on: find.shown, off: false, use: find.toggle },
    { id: 'who', icon: 'users-three', label: m.history_who(), on: writers.shown, off: false, use: writers.toggle },
    {
      id: 'history',
      icon: 'clock-counter-clockwise',
      label: m.history_tool(),
      off: false,
      page: historyPath(live.meeting.slug, { section: active?.agendaItemId ?? null }),
    },
    { id: 'keys', icon: 'info', label: m.notes_keys(), off: false, use: () => room.keysShown.set(true) },
  ];
}
