import { useEffect, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { pointClock } from '#app/model/meeting-pace.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { useMoment } from './use-steps.ts';

type Stage = 'begun' | 'five' | 'one' | 'over';
const STAGES: readonly Stage[] = ['begun', 'five', 'one', 'over'];

/** Said politely to screen readers: the point that begins, five minutes and one minute before its end, and that its time is over. */
export function TimerAnnouncements({ live: { facilitation, points } }: { live: Live }) {
  const stage = useMoment((at) => {
    const clock = pointClock(facilitation, points, at);
    return clock ? stageOf(clock) : null;
  }) as Stage | null;
  const here = points.find(({ id }) => id === facilitation.current?.agendaItemId);
  const closed = facilitation.closedAt !== null;
  const now = closed ? 'closed' : here ? `${here.id} ${stage}` : '';
  const before = useRef(now);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const [was, is] = [before.current, now];
    before.current = now;
    if (was === is) return;
    setSaid(
      closed ? m.facilitation_says_closed() : here && stage && isNews(was, is) ? wordsOf(stage, here.title, was.startsWith(here.id)) : '',
    );
  }, [now, closed, here, stage]);
  return (
    <p className="vh" role="status">
      {said}
    </p>
  );
}

function stageOf({ left, allowed }: { left: number; allowed: number }): Stage {
  if (left < 0) return 'over';
  if (left <= 60 && allowed > 60) return 'one';
  return left <= 300 && allowed > 300 ? 'five' : 'begun';
}

/** Time that was added brings an earlier stage back: no news. */
function isNews(was: string, is: string): boolean {
  const [point, stage] = is.split(' ');
  const [pointBefore, stageBefore] = was.split(' ');
  return point !== pointBefore || STAGES.indexOf(stage as Stage) > STAGES.indexOf(stageBefore as Stage);
}

function wordsOf(stage: Stage, title: string, samePoint: boolean): string {
  if (!samePoint || stage === 'begun') return m.facilitation_says_point({ title });
  if (stage === 'five') return m.facilitation_says_five({ title });
  return stage === 'one' ? m.facilitation_says_one({ title }) : m.facilitation_says_over({ title });
}
