import { type ReactNode, useRef, useState } from 'react';
import { PointStrip } from '#app/facilitation/point-strip.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { CaretMenuList } from './caret-menu-list.tsx';
import { FindBar } from './find/find-bar.tsx';
import { NotesEnd } from './history/notes-end.tsx';
import { WritersLayer } from './history/writers-layer.tsx';
import { InterventionDialog } from './intervention-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { KindBar } from './kind-bar.tsx';
import type { Live } from './load-live.server.ts';
import { NotesSection } from './notes-section.tsx';
import type { Room } from './room.ts';
import { type Shown, Toolbar } from './toolbar.tsx';
import { useFollowedPoint } from './use-followed-point.ts';
import { useStore } from './use-room.ts';
import { useViewOfNotes } from './view.ts';
import { ViewSwitch } from './view-switch.tsx';
import './view.css';

export function NotesPane({ live, room }: { live: Live; room: Room | null }) {
  return (
    <section className="lv-doc" id="notes" aria-label={m.notes_pane()} tabIndex={-1} data-focus="notes">
      <PointStrip live={live} />
      {live.points.length === 0 ? <NoAgenda live={live} /> : room ? <LiveNotes live={live} room={room} /> : <Waiting live={live} />}
    </section>
  );
}

function LiveNotes({ live, room }: { live: Live; room: Room }) {
  const canWrite = useStore(room.connection.canWrite);
  const [formOpen, setFormOpen] = useState(false);
  const writers = useShown();
  const find = useShown();
  return (
    <>
      <Tools canWrite={canWrite}>
        {canWrite ? <Toolbar live={live} room={room} onForm={() => setFormOpen(true)} writers={writers} find={find} /> : null}
      </Tools>
      {find.shown ? <FindBar room={room} onClose={find.toggle} /> : null}
      {canWrite && writers.shown ? <WritersLayer live={live} room={room} /> : null}
      <Sections live={live} room={room} end={<NotesEnd live={live} writers={canWrite ? writers : null} />} />
      {canWrite ? <KindBar live={live} room={room} onForm={() => setFormOpen(true)} /> : null}
      <CaretMenuList menu={room.menu} />
      <ActionDialog live={live} room={room} />
      {formOpen ? <InterventionDialog live={live} room={room} onClose={() => setFormOpen(false)} /> : null}
      <KeysDialog room={room} />
    </>
  );
}

function useShown(): Shown {
  const [shown, setShown] = useState(false);
  return { shown, toggle: () => setShown(!shown) };
}

/** Over the notes: what one writes with, and what is shown. */
function Tools({ canWrite, children }: { canWrite: boolean; children: ReactNode }) {
  const { view } = useViewOfNotes();
  return (
    <div className={`lv-tools${canWrite ? '' : ' lv-tools--read'}${view === 'current' ? ' lv-tools--follow' : ''}`}>
      {children}
      <ViewSwitch />
    </div>
  );
}

/** As the server rendered it; the bar's place is kept, so that nothing jumps when it comes. */
function Waiting({ live }: { live: Live }) {
  return (
    <>
      <Tools canWrite={live.can.write}>
        {live.can.write ? (
          <A className="btn btn--line lv-tools__plain" to={`/meetings/${live.meeting.slug}/live/intervention`}>
            <Icon name="user-plus" />
            {m.notes_form()}
          </A>
        ) : null}
      </Tools>
      <Sections live={live} room={null} end={<NotesEnd live={live} writers={null} />} />
    </>
  );
}

function Sections({ live, room, end }: { live: Live; room: Room | null; end: ReactNode }) {
  const scroll = useRef<HTMLDivElement>(null);
  const { view } = useViewOfNotes();
  const current = live.facilitation.current?.agendaItemId ?? null;
  const shown = useFollowedPoint(view === 'current', current, scroll);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div className="lv-scroll" tabIndex={0} role="group" aria-label={m.notes_scroll()} ref={scroll}>
      <p className="vh" id="notes-keys-hint">
        {m.notes_keys_hint()}
      </p>
      <div className="notes">
        {shown && current === null ? (
          <p className="notes__follow" role="status">
            {m.notes_view_none()}
          </p>
        ) : null}
        {live.points.map((point) => (
          <NotesSection key={point.id} live={live} point={point} room={room} hidden={shown?.includes(point.id) === false} />
        ))}
      </div>
      {end}
    </div>
  );
}

function NoAgenda({ live: { can, meeting } }: { live: Live }) {
  return (
    <div className="lv-none">
      <h2>{m.notes_no_agenda_title()}</h2>
      <p>
        {m.notes_no_agenda_what()} {can.organise ? m.notes_no_agenda_organise() : m.notes_no_agenda_wait()}
      </p>
      {can.organise ? (
        <A className="btn" to={`/meetings/${meeting.slug}/agenda`}>
          {m.notes_no_agenda_link()}
        </A>
      ) : null}
    </div>
  );
}
