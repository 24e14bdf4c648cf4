import { m } from '#app/messages/compiled/messages.js';
import { formatSeconds, pointClock } from '#app/model/meeting-pace.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { secondsInWords } from './time-words.ts';
import { useMoment } from './use-steps.ts';

/** What is left of the current point, counting; null: no clock. Only what calls it draws again each second. */
function usePointClock({ facilitation, points }: Live) {
  const left = useMoment((at) => pointClock(facilitation, points, at)?.left ?? null);
  const fixed = pointClock(facilitation, points, 0);
  return left === null || !fixed ? null : { left, allowed: fixed.allowed, paused: fixed.paused };
}

const lookOf = ({ left, paused }: { left: number; paused: boolean }) => (paused ? ' timer--pause' : left < 0 ? ' timer--over' : '');

/** Silent for screen readers (timer-announcements.tsx says what matters), and readable when one goes there. */
export function PointTimer({ live }: { live: Live }) {
  const clock = usePointClock(live);
  if (!clock) return null;
  const { left, allowed, paused } = clock;
  const time = secondsInWords(left);
  const inWords = left < 0 ? m.facilitation_timer_over({ time }) : m.facilitation_timer_left({ time });
  const word = paused ? m.facilitation_paused() : left < 0 ? m.facilitation_over() : m.facilitation_left();
  return (
    <>
      <p className={`timer${lookOf(clock)}`}>
        <span className="timer__n" role="timer" aria-label={paused ? m.facilitation_timer_paused({ time: inWords }) : inWords}>
          {formatSeconds(left)}
        </span>
        <span className="timer__l">
          {word}
          <br />
          {m.facilitation_of({ minutes: allowed / 60 })}
        </span>
      </p>
      <TimerBar left={left} allowed={allowed} />
    </>
  );
}

/** The same above the notes of a phone. */
export function StripTimer({ live }: { live: Live }) {
  const clock = usePointClock(live);
  if (!clock) return null;
  return (
    <>
      <span className={`lv-strip__t${lookOf(clock)}`}>
        <span className="timer__n" aria-hidden="true">
          {formatSeconds(clock.left)}
        </span>
      </span>
      <TimerBar left={clock.left} allowed={clock.allowed} />
    </>
  );
}

function TimerBar({ left, allowed }: { left: number; allowed: number }) {
  const spent = allowed > 0 ? Math.min(100, Math.round(((allowed - left) / allowed) * 100)) : 100;
  return (
    <div className={left < 0 ? 'bar bar--over' : 'bar'} style={{ '--v': spent } as React.CSSProperties} aria-hidden="true">
      <i />
    </div>
  );
}
