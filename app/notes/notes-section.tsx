import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { PointHour } from '#app/facilitation/point-hour.tsx';
import { SectionLock } from '#app/facilitation/section-lock.tsx';
import { OpeningPanel } from '#app/follow-ups/opening-panel.tsx';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { NoteBlock } from '#app/model/notes.ts';
import type { LiveBlocks } from './live-blocks.ts';
import { anchorOf, type LivePoint } from './live-point.ts';
import type { Live } from './load-live.server.ts';
import type { Room } from './room.ts';
import { StaticNotes } from './static-notes.tsx';
import { useStore } from './use-room.ts';

type Editing = NonNullable<ReturnType<Room['editing']['get']>>;

interface NotesSectionProps {
  live: Live;
  point: LivePoint;
  room: Room | null;
  /** Of another point than the one that is followed. Its editor stays: forms may write in it. */
  hidden: boolean;
}

/** An agenda point and its notes: as the server rendered them, then live as soon as the document is there. */
export function NotesSection({ live, point, room, hidden }: NotesSectionProps) {
  const written = live.sections.find(({ agendaItemId }) => agendaItemId === point.id)?.blocks ?? [];
  return (
    <section className="notes__s" id={anchorOf(point.id)} aria-labelledby={`t-${point.id}`} tabIndex={-1} hidden={hidden}>
      <div className="notes__h">
        <span className="num">
          <PointHour live={live} pointId={point.id} />
        </span>
        <h2 id={`t-${point.id}`}>{point.title}</h2>
      </div>
      <SectionLock live={live} point={point} />
      {live.opening && live.points[0]?.id === point.id ? (
        <OpeningPanel opening={live.opening} slug={live.meeting.slug} leads={live.can.facilitate} from="live" />
      ) : null}
      {room ? (
        <LiveSection key={room.connection.doc.guid} live={live} point={point} room={room} written={written} />
      ) : (
        <Reading live={live} blocks={written} />
      )}
    </section>
  );
}

interface LiveSectionProps {
  live: Live;
  point: LivePoint;
  room: Room;
  /** As the server read it. */
  written: readonly NoteBlock[];
}

/** An editor for whoever may write, as soon as it is fetched; for everybody else the text as it comes. */
function LiveSection({ live, point, room, written }: LiveSectionProps) {
  const opened = useStore(room.connection.opened);
  const canWrite = useStore(room.connection.canWrite);
  const editing = useStore(room.editing);
  // one whose right is withdrawn stays, read-only: what is being typed or composed in it at that moment is not thrown away
  const [begun, setBegun] = useState(false);
  if (canWrite && editing && !begun) setBegun(true);
  if (!opened) return <Reading live={live} blocks={written} />;
  if (editing && begun) return <EditedSection editing={editing} point={point} room={room} />;
  return <ReadSection live={live} point={point} room={room} comes={!canWrite} />;
}

function EditedSection({ editing, point, room }: { editing: Editing; point: LivePoint; room: Room }) {
  const element = useRef<HTMLDivElement>(null);
  const { id, title } = point;
  // before the next picture, so that the text is never away
  useLayoutEffect(() => {
    if (!element.current) return;
    return room.mountSection(editing, { element: element.current, agendaItemId: id, title, lang: getLocale() });
  }, [editing, room, id, title]);
  return <div className="notes__live" ref={element} />;
}

function ReadSection({ live, point: { id }, room, comes }: { live: Live; point: LivePoint; room: Room; comes: boolean }) {
  const [watched, setWatched] = useState<LiveBlocks | null>(null);
  useEffect(() => {
    const watching = room.readSection(id);
    setWatched(watching);
    return () => watching.stop();
  }, [room, id]);
  const before = live.sections.find(({ agendaItemId }) => agendaItemId === id)?.blocks ?? [];
  return watched ? <Coming live={live} watched={watched} comes={comes} /> : <Reading live={live} blocks={before} />;
}

function Coming({ live, watched, comes }: { live: Live; watched: LiveBlocks; comes: boolean }) {
  return <Reading live={live} blocks={useStore(watched.blocks)} comes={comes} />;
}

function Reading({ live, blocks, comes = false }: { live: Live; blocks: readonly NoteBlock[]; comes?: boolean }) {
  const empty = !blocks.some(saysSomething);
  return (
    <>
      <StaticNotes blocks={empty ? [] : blocks} participants={live.participants} supports={live.polls.supports} comes={comes} />
      {empty ? <p className="notes__none">{m.notes_empty()}</p> : null}
    </>
  );
}

const saysSomething = (block: NoteBlock) => block.type !== 'paragraph' || block.kind !== 'text' || block.inline.length > 0;
