import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { INCLUDE, LEAVE_OUT, MOVE, PROGRAMME_ORDER } from './prepare-intents.ts';

export interface SessionRow {
  meetingId: string;
  slug: string;
  title: string;
  included: boolean;
  cancelled: boolean;
  open: boolean;
  /** Of its minutes; null: none is published. */
  version: number | null;
  /** In the volume; null: it is left out. */
  number: number | null;
}

/** What will be in the volume, in its order. Each button is a form of its own, so that the page needs no script. */
export function SessionsTable({ sessions, moved }: { sessions: readonly SessionRow[]; moved: boolean }): ReactNode {
  return (
    <>
      <div className="tbl-wrap">
        <table className="tbl stack-tbl vol-sessions">
          <thead>
            <tr>
              <th scope="col">{m.minutes_number()}</th>
              <th scope="col">{m.volumes_session()}</th>
              <th scope="col">{m.minutes_state()}</th>
              <th scope="col">{m.volumes_actions()}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session, index) => (
              <Row key={session.meetingId} session={session} first={index === 0} last={index === sessions.length - 1} />
            ))}
          </tbody>
        </table>
      </div>
      {moved ? (
        <Form method="post">
          <SubmitButton name="intent" value={PROGRAMME_ORDER} look="quiet" size="sm">
            {m.volumes_programme_order()}
          </SubmitButton>
        </Form>
      ) : null}
    </>
  );
}

function Row({ session, first, last }: { session: SessionRow; first: boolean; last: boolean }): ReactNode {
  const title = frenchSpaces(session.title);
  return (
    <tr>
      <td>{session.number ?? '–'}</td>
      <td>
        <A to={`/meetings/${session.slug}`}>{title}</A>
      </td>
      <td data-l={m.minutes_state()}>{stateOf(session)}</td>
      <td>
        <Form method="post" className="row">
          <input type="hidden" name="meeting" value={session.meetingId} />
          <SubmitButton name="intent" value={session.included ? LEAVE_OUT : INCLUDE} look="line" size="sm">
            {session.included ? m.volumes_leave_out() : m.volumes_include()}
            <span className="vh"> {title}</span>
          </SubmitButton>
          <Move label={m.volumes_move_up({ title })} steps={-1} hidden={first} />
          <Move label={m.volumes_move_down({ title })} steps={1} hidden={last} />
        </Form>
      </td>
    </tr>
  );
}

/** A button's own value tells where; the verb is beside it. */
function Move({ label, steps, hidden }: { label: string; steps: 1 | -1; hidden: boolean }): ReactNode {
  if (hidden) return null;
  return (
    <SubmitButton name="intent" value={`${MOVE}:${steps}`} look="quiet" size="sm" aria-label={label}>
      {steps === 1 ? '↓' : '↑'}
    </SubmitButton>
  );
}

function stateOf({ included, cancelled, open, version }: SessionRow): string {
  if (!included) return m.volumes_state_left_out();
  const state =
    version !== null ? m.volumes_state_version({ number: version }) : cancelled ? m.volumes_state_cancelled() : m.volumes_state_missing();
  return open ? state : `${state} · ${m.volumes_state_members()}`;
}
