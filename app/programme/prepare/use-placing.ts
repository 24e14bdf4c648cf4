import { useEffect, useState } from 'react';
import { useNavigation, useSubmit } from 'react-router';
import { type Clash, clashesOf, withPlacement } from '#app/model/programme-clashes.ts';
import type { DraftSession, ProgrammeContent } from '#app/model/programme-draft.ts';

export interface Cell {
  slotId: string | null;
  roomId: string | null;
}

export interface GridSession extends DraftSession {
  slug: string;
  status: 'draft' | 'scheduled' | 'cancelled';
  revision: number;
}

export interface Programme extends Pick<ProgrammeContent, 'slots' | 'rooms' | 'tracks'> {
  sessions: GridSession[];
}

export interface Placing {
  programme: Programme;
  clashes: Clash[];
  /** The session that is being dragged; null: none. */
  dragged: string | null;
  drag: (id: string | null) => void;
  /** A handle was touched: places must be there to be found before the drag begins (React Aria passes over hidden ones). */
  arm: (armed: boolean) => void;
  /** Whether places to drop on are offered to whoever uses a keyboard or a screen reader. */
  offered: boolean;
  /** Over which cell it is, by mouse, finger or keyboard. */
  hover: (cell: Cell | null) => void;
  /** What would clash if it were dropped where it is; null while nothing is over a cell. */
  wouldClash: { cell: Cell; clashes: Clash[] } | null;
  place: (id: string, to: Cell) => void;
  /** Whether the page's script has taken over: what needs it is shown only then. */
  scripted: boolean;
}

/** Sessions on the grid while they are moved: a move is shown at once, with what it would clash with, and sent to the server. */
export function usePlacing(stored: Programme): Placing {
  const submit = useSubmit();
  const sent = useNavigation().formData;
  const [dragged, drag] = useState<string | null>(null);
  const [armed, arm] = useState(false);
  const [over, hover] = useState<Cell | null>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const programme = withSent(stored, sent);
  const wouldClash =
    dragged && over
      ? {
          cell: over,
          clashes: clashesOf({ ...programme, sessions: withPlacement(programme.sessions, dragged, over) }).filter(about(dragged)),
        }
      : null;

  function place(id: string, to: Cell) {
    hover(null);
    drag(null);
    const session = programme.sessions.find((one) => one.id === id);
    if (!session || (session.slotId === to.slotId && session.roomId === to.roomId)) return;
    const { trackId, revision } = session;
    void submit(
      { intent: 'place', session: id, slot: to.slotId ?? '', room: to.roomId ?? '', track: trackId ?? '', revision },
      { method: 'post', preventScrollReset: true },
    );
  }
  return {
    programme,
    clashes: clashesOf(programme),
    dragged,
    drag,
    arm,
    offered: armed || dragged !== null,
    hover,
    wouldClash,
    place,
    scripted,
  };
}

/** The programme as it will be once the move that is under way is saved. */
function withSent(stored: Programme, sent: FormData | undefined): Programme {
  if (sent?.get('intent') !== 'place') return stored;
  const field = (name: string) => String(sent.get(name) ?? '') || null;
  const to = { slotId: field('slot'), roomId: field('slot') ? field('room') : null };
  return { ...stored, sessions: withPlacement(stored.sessions, String(sent.get('session')), to) };
}

const about = (id: string) => (clash: Clash) => (clash.sessions as readonly string[]).includes(id);
