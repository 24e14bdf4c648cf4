import { PollButton } from '#app/live-polls/poll-button.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { nextPoint } from '#app/model/meeting-pace.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import type { ShownRecord } from '#app/notes/room.ts';
import { CheckInButton } from './check-in-list.tsx';
import { CloseButton } from './close-question.tsx';
import { StepForm } from './step-form.tsx';

/** « Animation »: what whoever runs the meeting does, the meeting's ends for its organisers only. */
export function FacilitatorTools({ live, records }: { live: Live; records: readonly ShownRecord[] }) {
  const { facilitation, meeting, points, can } = live;
  const { startedAt, closedAt, current } = facilitation;
  const point = points.find(({ id }) => id === current?.agendaItemId);
  const locked = point !== undefined && facilitation.locked.includes(point.id);
  const goesOn = startedAt !== null && closedAt === null;
  return (
    <section className="lv-anim" aria-labelledby="t-anim">
      <h2 id="t-anim">{m.facilitation_tools()}</h2>
      {startedAt === null ? (
        <StepForm step={{ intent: 'start' }} className="btn btn--wide lv-open" icon="play">
          {m.facilitation_open()}
        </StepForm>
      ) : null}
      {goesOn && !point && nextPoint(facilitation, points) !== null ? (
        <StepForm step={{ intent: 'next', leaving: '' }} className="btn btn--wide lv-open" iconAfter="arrow-right">
          {m.facilitation_next()}
        </StepForm>
      ) : null}
      <ul>
        {closedAt === null ? (
          <li>
            <PollButton slug={meeting.slug} points={points} current={current?.agendaItemId ?? null} />
          </li>
        ) : null}
        {can.organise ? (
          <li>
            <CheckInButton live={live} />
          </li>
        ) : null}
        {can.organise && point && closedAt === null ? (
          <li>
            <StepForm
              step={{ intent: locked ? 'unlock' : 'lock', point: point.id }}
              className="btn btn--line"
              icon="lock-simple"
              label={(locked ? m.facilitation_unlock_label : m.facilitation_lock_label)({ title: point.title })}
            >
              {locked ? m.facilitation_unlock() : m.facilitation_lock()}
            </StepForm>
          </li>
        ) : null}
        {can.organise && goesOn ? (
          <li>
            <CloseButton live={live} records={records} />
          </li>
        ) : null}
      </ul>
    </section>
  );
}
