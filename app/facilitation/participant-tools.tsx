import { SeatKey } from '#app/attendance/seat.tsx';
import { m } from '#app/messages/compiled/messages.js';
import type { Answer } from '#app/model/attendance.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { Icon } from '#app/ui/icon.tsx';
import { AskFloor, placeInQueue } from './ask-floor.tsx';
import { StepForm } from './step-form.tsx';

/** What whoever is invited does: ask for the floor, sign in. */
export function ParticipantTools({ live }: { live: Live }) {
  const { facilitation, me } = live;
  if (me.attendanceId === null) return null;
  const open = facilitation.closedAt === null;
  const before = placeInQueue(live);
  return (
    <div className="lv-anim lv-part">
      {open ? <AskFloor live={live} className={`btn btn--wide btn--lg${before === null ? '' : ' btn--line'}`} /> : null}
      {open && before !== null ? (
        <p className="lv-wait">{before === 0 ? m.facilitation_waiting_first() : m.facilitation_waiting({ count: before })}</p>
      ) : null}
      <OwnSeat live={live} />
    </div>
  );
}

/** « À distance, émargement signé à 16 h 34 », or the button that signs. */
export function OwnSeat({ live: { facilitation, me, can } }: { live: Live }) {
  const answer = me.answer ?? 'none';
  const signs = me.checkedInTime === null && facilitation.closedAt === null && (facilitation.startedAt !== null || can.checkIn);
  return (
    <div className="lv-seat">
      {me.checkedInTime && !HOW[answer] ? <Icon name="check" /> : <SeatKey answer={answer} />}
      <span>{seatWords(answer, me.checkedInTime)}</span>
      {signs ? (
        <StepForm step={{ intent: 'sign' }} className="btn btn--line btn--sm" icon="signature">
          {m.facilitation_sign()}
        </StepForm>
      ) : null}
    </div>
  );
}

function seatWords(answer: Answer, time: string | null): string {
  const how = HOW[answer]?.();
  if (how) return time ? m.facilitation_signed_how({ how, time }) : m.facilitation_unsigned_how({ how });
  return time ? m.facilitation_signed({ time }) : m.facilitation_unsigned();
}

/** Whoever said nothing, or that they would not come, and is there, is there. */
const HOW: Partial<Record<Answer, () => string>> = {
  in_person: m.notes_present_here,
  remote: m.notes_present_remote,
  represented: m.notes_present_substitute,
};
