import { m } from '#app/messages/compiled/messages.js';
import type { Live } from '#app/notes/load-live.server.ts';
import type { Room } from '#app/notes/room.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { goToSpeaker } from './go-to-speaker.ts';
import { StepForm } from './step-form.tsx';

/** Who asks for the floor, in the order in which they asked; whoever runs the meeting gives it with one press. */
export function FloorQueue({ live: { facilitation, can }, room }: { live: Live; room: Room | null }) {
  const { floor, closedAt } = facilitation;
  if (floor.length === 0) return null;
  return (
    <>
      <h3>{m.facilitation_floor()}</h3>
      <ol className="pres">
        {floor.map(({ id, personId, name, organisation }) => (
          <li key={id}>
            <Avatar id={personId} name={name} size="sm" />
            <span>
              {name} <small>{organisation}</small>
            </span>
            {can.facilitate && closedAt === null ? (
              <StepForm
                step={{ intent: 'give', request: id }}
                pane="present"
                className="btn btn--line"
                label={m.facilitation_give_label({ name })}
                onAnswer={(answer) => answer.ok && answer.section && goToSpeaker(room, { agendaItemId: answer.section, blockId: id })}
              >
                {m.facilitation_give()}
              </StepForm>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}
