import { type ReactNode, useState } from 'react';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { OpeningView } from './opening-view.ts';
import './opening-panel.css';

interface OpeningPanelProps {
  opening: OpeningView;
  /** Of the meeting that opens. */
  slug: string;
  /** Whether the viewer leads it, and marks actions as done. */
  leads: boolean;
  /** Where a form without scripts comes back to. */
  from: 'meeting' | 'live';
}

/** What a meeting opens with: the group's open actions, each done with one click, and the decisions of the last time. */
export function OpeningPanel(props: OpeningPanelProps) {
  const { opening, from, leads } = props;
  if (from === 'meeting') return <OpeningContent {...props} />;
  return (
    // whoever leads reads it out; everybody else has the notes before them, and opens it
    <details className="fu-open__fold" open={leads}>
      <summary>{opening.summary}</summary>
      <OpeningContent {...props} />
    </details>
  );
}

function OpeningContent({ opening, slug, leads, from }: OpeningPanelProps) {
  const { actions, decisions, decided, groupSlug, summary } = opening;
  return (
    <div className="fu-open">
      {actions.length > 0 ? (
        <>
          <p className="fu-open__h">
            {from === 'meeting' ? <b>{summary}</b> : null} <A to={`/groups/${groupSlug}/follow-ups`}>{m.follow_ups_panel_all()}</A>
          </p>
          <ul className="fu-open__l">
            {actions.map((action) => (
              <OpenAction key={action.id} action={action} slug={slug} leads={leads} from={from} />
            ))}
          </ul>
        </>
      ) : null}
      {decisions.length > 0 && decided ? (
        <details className="fu-open__d" open={from === 'meeting'}>
          <summary>{m.follow_ups_opening_decisions({ date: decided.words })}</summary>
          <ul className="fu-open__l">
            {decisions.map(({ id, number, body }) => (
              <li key={id}>
                <span className="fu-open__n">{number}</span>
                <span className="fu-open__b">{body}</span>
              </li>
            ))}
          </ul>
          <p>
            <A to={decided.to}>{m.follow_ups_opening_minutes()}</A>
          </p>
        </details>
      ) : null}
    </div>
  );
}

type OpenActionProps = Omit<OpeningPanelProps, 'opening'> & { action: OpeningView['actions'][number] };

function OpenAction({ action, slug, leads, from }: OpenActionProps) {
  const [done, setDone] = useState(false);
  const { id, body, late, facts } = action;
  return (
    <li className={done ? 'fu-open__done' : undefined}>
      <span className="fu-open__b">
        {body}
        <span className="meta fu-block">{facts}</span>
      </span>
      <span className="row fu-open__e">
        {late && !done ? <Tag look="late">{m.follow_ups_late()}</Tag> : null}
        {done ? (
          <Tag look="ok" icon="check">
            {m.follow_ups_state_done()}
          </Tag>
        ) : null}
        {leads ? (
          <DoneForm
            {...{ id, slug, from, done }}
            onDone={setDone}
            label={(done ? m.follow_ups_undo_of : m.follow_ups_done_button_of)({ body })}
          >
            {done ? m.follow_ups_undo() : m.follow_ups_done_button()}
          </DoneForm>
        ) : null}
      </span>
    </li>
  );
}

interface DoneFormProps {
  id: string;
  slug: string;
  from: 'meeting' | 'live';
  done: boolean;
  label: string;
  onDone(done: boolean): void;
  children: ReactNode;
}

/** One button: sent by script where there is one, so that nobody's notes are left; else as the form that it is. */
function DoneForm({ id, slug, from, done, label, onDone, children }: DoneFormProps) {
  const [failed, setFailed] = useState(false);
  const send = async (form: HTMLFormElement) => {
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(() => null);
    setFailed(answer?.ok !== true);
    if (answer?.ok) onDone(!done);
  };
  return (
    <form
      method="post"
      action={localePath(`/meetings/${slug}/follow-ups`)}
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <input type="hidden" name="followUp" value={id} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="done" value={done ? 'no' : 'yes'} />
      <button type="submit" className="btn btn--line btn--sm" aria-label={label}>
        {done ? <Icon name="arrow-u-up-left" /> : null}
        {children}
      </button>
      {failed ? (
        <span role="alert" className="small">
          {m.follow_ups_opening_failed()}
        </span>
      ) : null}
    </form>
  );
}
