import { useEffect, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { pointClock } from '#app/model/meeting-pace.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { type Heard, newsOf, type Stage, stageOf } from './timer-stage.ts';
import { useMoment } from './use-steps.ts';

/** Said politely to screen readers: the point that begins, five minutes and one minute before its end, that its time is over, and the close. */
export function TimerAnnouncements({ live: { facilitation, points } }: { live: Live }) {
  const stage = useMoment<Stage | null>((at) => {
    const clock = pointClock(facilitation, points, at);
    return clock && stageOf(clock);
  });
  const closed = facilitation.closedAt !== null;
  const here = points.find(({ id }) => id === facilitation.current?.agendaItemId);
  const [pointId, title] = [here?.id, here?.title ?? ''];
  const before = useRef<{ heard: Heard | null; closed: boolean } | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const was = before.current;
    const heard = pointId && stage ? { pointId, stage } : null;
    before.current = { heard, closed };
    // what was so when the page opened stands on it
    if (!was) return;
    if (closed !== was.closed) return setSaid(closed ? m.facilitation_says_closed() : '');
    const news = closed ? null : newsOf(was.heard, heard);
    if (news) setSaid(WORDS[news]({ title }));
  }, [closed, pointId, stage, title]);
  return (
    <p className="vh" role="status">
      {said}
    </p>
  );
}

const WORDS = {
  point: m.facilitation_says_point,
  five: m.facilitation_says_five,
  one: m.facilitation_says_one,
  over: m.facilitation_says_over,
};
