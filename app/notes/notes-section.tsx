import { useEffect, useRef, useState } from 'react';
import { PointHour } from '#app/facilitation/point-hour.tsx';
import { SectionLock } from '#app/facilitation/section-lock.tsx';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { anchorOf, type LivePoint } from './live-point.ts';
import type { Live } from './load-live.server.ts';
import type { Room } from './room.ts';
import { StaticNotes } from './static-notes.tsx';
import { useStore } from './use-room.ts';

interface NotesSectionProps {
  live: Live;
  point: LivePoint;
  room: Room | null;
  /** Of another point than the one that is followed. Its editor stays: forms may write in it. */
  hidden: boolean;
}

/** An agenda point and its notes: as the server rendered them, then live as soon as the document is there. */
export function NotesSection({ live, point, room, hidden }: NotesSectionProps) {
  const blocks = live.sections.find(({ agendaItemId }) => agendaItemId === point.id)?.blocks ?? [];
  const [mounted, setMounted] = useState(false);
  return (
    <section className="notes__s" id={anchorOf(point.id)} aria-labelledby={`t-${point.id}`} tabIndex={-1} hidden={hidden}>
      <div className="notes__h">
        <span className="num">
          <PointHour live={live} pointId={point.id} />
        </span>
        <h2 id={`t-${point.id}`}>{point.title}</h2>
      </div>
      <SectionLock live={live} point={point} />
      {mounted ? null : <StaticNotes blocks={blocks} participants={live.participants} />}
      {mounted || blocks.length > 0 ? null : <p className="notes__none">{m.notes_empty()}</p>}
      {room ? <LiveSection key={room.connection.doc.guid} point={point} room={room} onMounted={setMounted} /> : null}
    </section>
  );
}

function LiveSection({ point: { id, title }, room, onMounted }: { point: LivePoint; room: Room; onMounted(mounted: boolean): void }) {
  const opened = useStore(room.connection.opened);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!opened || !element.current) return;
    const unmount = room.mountSection({ element: element.current, agendaItemId: id, title, lang: getLocale() });
    onMounted(true);
    return () => {
      onMounted(false);
      unmount();
    };
  }, [opened, room, id, title, onMounted]);
  return <div className="notes__live" ref={element} />;
}
