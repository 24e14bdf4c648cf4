import { m } from '#app/messages/compiled/messages.js';
import type { Answer, AnswerCounts } from '#app/model/attendance.ts';
import { statesLabel } from './labels.ts';
import { Seat, SeatKey } from './seat.tsx';

const ORDER = ['in_person', 'remote', 'represented', 'declined', 'none'] as const satisfies readonly Answer[];
const CENTRE = 110;
const RADIUS = 88;
/** More would be dust: from here on a seat stands for several people. */
const MOST_SEATS = 48;
const SEAT_WIDTH = 23;

/** « Tour de table »: who answered what, seat by seat around the table, and in numbers. */
export function RoundTable({ counts }: { counts: AnswerCounts }) {
  const total = ORDER.reduce((sum, answer) => sum + counts[answer], 0);
  const answered = total - counts.none;
  const { in_person: inPerson, remote, represented, declined, none } = counts;
  const seats = seatsOf(counts, total);
  const scale = Math.min(1, (2 * Math.PI * RADIUS) / Math.max(1, seats.length) / SEAT_WIDTH);
  return (
    <div className="tt">
      <svg
        className="tour"
        viewBox="0 0 220 220"
        role="img"
        aria-label={m.attendance_ring_label({ answered, total, inPerson, remote, represented, declined, none })}
      >
        <circle cx={CENTRE} cy={CENTRE} r="67" className="tour__t" />
        {seats.map((answer, seat) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
          <g key={seat} transform={`${placeOf(seat, seats.length)} scale(${scale.toFixed(3)})`}>
            <Seat answer={answer} />
          </g>
        ))}
        <text x={CENTRE} y="112" className="tour__n">
          {answered}
        </text>
        <text x={CENTRE} y="132" className="tour__s">
          {m.attendance_ring_of({ count: answered, total })}
        </text>
      </svg>
      <ul className="seats">
        {ORDER.map((answer) => (
          <li key={answer}>
            <SeatKey answer={answer} />
            {statesLabel(answer)}
            <b>{counts[answer]}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One seat each, or their share of MOST_SEATS; whoever answered at all keeps one. */
function seatsOf(counts: AnswerCounts, total: number): Answer[] {
  const share = Math.min(1, MOST_SEATS / Math.max(1, total));
  return ORDER.flatMap((answer) => Array<Answer>(counts[answer] > 0 ? Math.max(1, Math.round(counts[answer] * share)) : 0).fill(answer));
}

/** Clockwise from the top. */
function placeOf(seat: number, seats: number): string {
  const angle = (2 * Math.PI * seat) / seats - Math.PI / 2;
  const x = CENTRE + RADIUS * Math.cos(angle);
  const y = CENTRE + RADIUS * Math.sin(angle);
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
}
