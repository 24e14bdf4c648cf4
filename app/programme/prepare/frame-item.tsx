import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { FrameAnswer, Noun } from './act-on-frame.server.ts';

interface FrameItemProps {
  noun: Noun;
  id: string;
  /** What the row says, and what its buttons are called after. */
  title: string;
  detail?: ReactNode;
  revision: number;
  /** Position in an order that can be changed; null: order of time. */
  order: { first: boolean; last: boolean } | null;
  answer: FrameAnswer | null;
  /** The controls of the form. */
  fields: (own: FrameAnswer | null) => ReactNode;
}

/** One slot, room or track: what it is, its form folded under it, and its buttons. */
export function FrameItem({ noun, id, title, detail, revision, order, answer, fields }: FrameItemProps) {
  const own = answer?.id === id && answer.deed !== 'add' ? answer : null;
  const edited = own?.deed === 'edit' ? own : null;
  return (
    <li className="pr-item">
      <div className="pr-item__h">
        <p>
          <b>{title}</b>
          {detail ? <small>{detail}</small> : null}
        </p>
        {order ? (
          <>
            <Move {...{ noun, id, title, to: 'up', still: order.first }} />
            <Move {...{ noun, id, title, to: 'down', still: order.last }} />
          </>
        ) : null}
      </div>
      {own?.refusal && own.refusal.field === '' ? <Refusal answer={own} /> : null}
      <details className="fold" open={own !== null}>
        <summary>
          {m.prepare_change()}
          <span className="vh"> {title}</span>
        </summary>
        <Form method="post" className="stack" noValidate preventScrollReset>
          <Hidden {...{ noun, id }} revision={edited?.refusal?.revision ?? revision} />
          {edited?.refusal?.sessions ? <input type="hidden" name="release" value="yes" /> : null}
          {fields(edited)}
          {edited ? <Faults answer={edited} /> : null}
          <div className="row">
            <SubmitButton size="sm" name="deed" value="edit">
              {edited?.refusal?.sessions ? m.prepare_save_release() : m.prepare_save()}
            </SubmitButton>
            <SubmitButton size="sm" look="quiet" icon="trash" name="deed" value="remove" formNoValidate>
              {own?.deed === 'remove' && own.refusal?.sessions && noun === 'slot' ? m.prepare_remove_anyway() : m.prepare_remove()}
              <span className="vh"> {title}</span>
            </SubmitButton>
          </div>
          {own?.deed === 'remove' && own.refusal?.sessions && noun === 'slot' ? <input type="hidden" name="release" value="yes" /> : null}
        </Form>
      </details>
    </li>
  );
}

/** What is refused as a whole, with the sessions that stand in the way. */
export function Refusal({ answer: { refusal } }: { answer: FrameAnswer }) {
  if (!refusal) return null;
  return (
    <Notice look="warn" role="alert">
      <p>{refusal.message}</p>
      {refusal.sessions ? (
        <ul>
          {refusal.sessions.map((title) => (
            <li key={title}>{frenchSpaces(title)}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

export function Faults({ answer }: { answer: FrameAnswer }) {
  return <ErrorSummary faults={Object.entries(answer.faults).map(([field, message]) => ({ id: `f-${answer.id}-${field}`, message }))} />;
}

export function Hidden({ noun, id, revision }: { noun: Noun; id: string; revision?: number }) {
  return (
    <>
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="id" value={id} />
      {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
    </>
  );
}

function Move({ noun, id, title, to, still }: { noun: Noun; id: string; title: string; to: 'up' | 'down'; still: boolean }) {
  return (
    <Form method="post" preventScrollReset>
      <Hidden noun={noun} id={id} />
      <button
        type="submit"
        name="deed"
        value={to}
        className="btn btn--quiet btn--icon"
        aria-disabled={still || undefined}
        aria-label={to === 'up' ? m.prepare_up({ title }) : m.prepare_down({ title })}
      >
        <Icon name={to === 'up' ? 'arrow-up' : 'arrow-down'} />
      </button>
    </Form>
  );
}
