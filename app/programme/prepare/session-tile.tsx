import { useRef } from 'react';
import { useDrag } from 'react-aria-components';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { clashKey, clashOnTile } from './clash-words.ts';
import { SESSION_TYPE } from './grid-cell.tsx';
import { sessionPath } from './prepare-path.ts';
import type { GridSession, Placing } from './use-placing.ts';

interface SessionTileProps {
  session: GridSession;
  edition: string;
  placing: Placing;
}

/** A session on the grid: its handle for mouse, finger and keyboard, what clashes, and the way to its form. */
export function SessionTile({ session, edition, placing }: SessionTileProps) {
  const { id, status } = session;
  const title = frenchSpaces(session.title);
  const { programme, clashes, scripted } = placing;
  const own = clashes.filter((clash) => (clash.sessions as readonly string[]).includes(id));
  const track = programme.tracks.find((one) => one.id === session.trackId);
  return (
    <li className={own.length > 0 ? 'pr-ses pr-ses--clash' : 'pr-ses'}>
      <p className="pr-ses__t">
        <A to={sessionPath(edition, session.slug)}>{title}</A>
        {scripted ? <Handle session={session} title={title} placing={placing} /> : null}
      </p>
      {track || status === 'draft' || session.registered > 0 ? (
        <p className="pr-ses__k">
          {[track?.name, session.registered > 0 ? m.prepare_registered({ count: session.registered }) : ''].filter(Boolean).join(', ')}
          {status === 'draft' ? <Tag>{m.prepare_draft()}</Tag> : null}
        </p>
      ) : null}
      {own.map((clash) => (
        <p className="pr-warn" key={clashKey(clash)}>
          <Icon name="warning" />
          <span>{clashOnTile(clash, id, programme.sessions)}</span>
        </p>
      ))}
    </li>
  );
}

function Handle({ session: { id }, title, placing }: Pick<SessionTileProps, 'session' | 'placing'> & { title: string }) {
  const ref = useRef<HTMLButtonElement>(null);
  const { dragProps, isDragging } = useDrag({
    getItems: () => [{ [SESSION_TYPE]: id, 'text/plain': title }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => placing.drag(id),
    onDragEnd: () => {
      placing.drag(null);
      placing.hover(null);
    },
  });
  return (
    <button
      type="button"
      {...dragProps}
      ref={ref}
      onFocus={() => placing.arm(true)}
      onPointerDownCapture={() => placing.arm(true)}
      onBlur={() => placing.arm(false)}
      className={isDragging ? 'pr-ses__h pr-ses__h--drag' : 'pr-ses__h'}
      aria-label={m.prepare_drag({ title })}
    >
      <Icon name="dots-six-vertical" />
    </button>
  );
}
