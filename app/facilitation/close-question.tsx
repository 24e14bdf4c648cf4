import { type MouseEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import type { Live } from '#app/notes/load-live.server.ts';
import { Modal } from '#app/notes/modal.tsx';
import type { ShownRecord } from '#app/notes/room.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { StepForm } from './step-form.tsx';

interface Closing {
  live: Live;
  records: readonly ShownRecord[];
}

/** « Clore »: asks first, in a dialog, and without scripts where the button stands. */
export function CloseButton({ live, records }: Closing) {
  const [search] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  if (search.get('ask') === 'close' && !asking) return <CloseQuestion live={live} records={records} />;
  return (
    <>
      <A
        className="btn btn--line"
        to={`/meetings/${live.meeting.slug}/live?pane=agenda&ask=close`}
        onClick={onClick}
        aria-haspopup="dialog"
      >
        <Icon name="stop" />
        {m.facilitation_close()}
      </A>
      {asking ? (
        <Modal title={m.facilitation_close_title()} onClose={() => setAsking(false)}>
          <CloseQuestion live={live} records={records} onDone={() => setAsking(false)} />
        </Modal>
      ) : null}
    </>
  );
}

function CloseQuestion({ live, records, onDone }: Closing & { onDone?: () => void }) {
  const left = leftOpen(live, records);
  return (
    <div className="lv-ask">
      <p>{m.facilitation_close_what()}</p>
      {left.length > 0 ? (
        <div>
          <p>{m.facilitation_close_open()}</p>
          <ul>
            {left.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{m.facilitation_close_nothing()}</p>
      )}
      <div className="notes-form__end">
        <StepForm step={{ intent: 'close' }} icon="stop" onAnswer={onDone}>
          {m.facilitation_close_yes()}
        </StepForm>
        <A
          className="btn btn--line"
          to={`/meetings/${live.meeting.slug}/live?pane=agenda`}
          onClick={(event) => {
            if (!onDone) return;
            event.preventDefault();
            onDone();
          }}
        >
          {m.facilitation_close_no()}
        </A>
      </div>
    </div>
  );
}

/** What nobody finished: said before the meeting ends, and never in its way. */
function leftOpen({ facilitation, points, polls }: Live, records: readonly ShownRecord[]): string[] {
  const begun = new Set(facilitation.points.map(({ agendaItemId }) => agendaItemId));
  const notHeld = points.filter(({ id }) => !begun.has(id)).length;
  const nobodys = records.filter(({ kind, assignee }) => kind === 'action' && assignee === '').length;
  const poll = polls.polls.find(({ closedAt }) => closedAt === null);
  return [
    ...(poll ? [m.facilitation_close_poll({ question: poll.question })] : []),
    ...(notHeld > 0 ? [m.facilitation_close_points({ count: notHeld })] : []),
    ...(nobodys > 0 ? [m.facilitation_close_actions({ count: nobodys })] : []),
    ...(facilitation.floor.length > 0 ? [m.facilitation_close_floor({ count: facilitation.floor.length })] : []),
  ];
}
