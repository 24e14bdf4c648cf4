import type { Answer } from '#app/model/attendance.ts';

/** One seat of the table, centred on 0,0 and 9 units wide from there: filled, ring and dot, half, cross, dashed. */
export function Seat({ answer }: { answer: Answer }) {
  switch (answer) {
    case 'in_person':
      return <circle r="9" className="st-p" />;
    case 'remote':
      return (
        <>
          <circle r="7.75" className="st-d" />
          <circle r="3.3" className="st-dd" />
        </>
      );
    case 'represented':
      return (
        <>
          <circle r="7.75" className="st-s" />
          <path d="M0 -7.75A7.75 7.75 0 0 1 0 7.75Z" className="st-sh" />
        </>
      );
    case 'declined':
      return <path d="M-5.5 -5.5L5.5 5.5M5.5 -5.5L-5.5 5.5" className="st-e" />;
    case 'none':
      return <circle r="7.75" className="st-n" />;
  }
}

/** The same beside its word, which says it to screen readers. */
export function SeatKey({ answer }: { answer: Answer }) {
  return (
    <svg className="seatkey" viewBox="-11 -11 22 22" aria-hidden="true" focusable="false">
      <Seat answer={answer} />
    </svg>
  );
}
