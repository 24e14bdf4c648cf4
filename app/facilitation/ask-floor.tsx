import { useEffect, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { Live } from '#app/notes/load-live.server.ts';
import type { Pane } from '#app/notes/panes.ts';
import { StepForm } from './step-form.tsx';
import { useStepDesk } from './use-steps.ts';

/** How many speak before the viewer; null: the viewer does not ask for the floor. */
export function placeInQueue({ facilitation, me }: Live): number | null {
  const place = facilitation.floor.findIndex(({ attendanceId }) => attendanceId === me.attendanceId);
  return me.attendanceId === null || place < 0 ? null : place;
}

interface AskFloorProps {
  live: Live;
  className: string;
  /** Words for the bar of a phone. */
  short?: boolean;
  pane?: Pane;
}

/** « Demander la parole », and once that is done, the way back. */
export function AskFloor({ live, className, short = false, pane }: AskFloorProps) {
  const asks = placeInQueue(live) !== null;
  const words = short ? [m.facilitation_ask_short(), m.facilitation_withdraw_short()] : [m.facilitation_ask(), m.facilitation_withdraw()];
  return (
    <StepForm
      step={{ intent: asks ? 'withdraw' : 'ask' }}
      pane={pane}
      className={className}
      icon={asks ? 'x' : 'hand'}
      label={short ? (asks ? m.facilitation_withdraw() : m.facilitation_ask()) : undefined}
    >
      {asks ? words[1] : words[0]}
    </StepForm>
  );
}

/** Said, and shown for a while, when one's turn comes: the request left the queue, and not by one's own hand. */
export function OwnTurn({ live }: { live: Live }) {
  const { busy } = useStepDesk();
  const waits = placeInQueue(live) !== null;
  const closed = live.facilitation.closedAt !== null;
  const waited = useRef(waits);
  const withdrew = useRef(false);
  const [hasFloor, setHasFloor] = useState(false);
  if (busy === 'withdraw') withdrew.current = true;
  useEffect(() => {
    const was = waited.current;
    waited.current = waits;
    if (waits) withdrew.current = false;
    if (!was || waits || withdrew.current || closed) return;
    setHasFloor(true);
    const timer = setTimeout(() => setHasFloor(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [waits, closed]);
  return (
    <p className={hasFloor ? 'lv-said lv-said--turn' : 'vh'} role="status">
      {hasFloor ? m.facilitation_says_floor() : ''}
    </p>
  );
}

const SHOWN_MS = 8000;
