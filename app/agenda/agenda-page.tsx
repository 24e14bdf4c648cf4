import { m } from '#app/messages/compiled/messages.js';
import { fillOf } from '#app/model/agenda.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { AddPoint } from './add-point.tsx';
import type { AgendaAnswer } from './agenda-answer.ts';
import { AgendaBuilder } from './agenda-builder.tsx';
import { AgendaSum } from './agenda-sum.tsx';
import type { AgendaItemRow, PresenterChoice } from './agenda-types.ts';
import { EditPoint } from './edit-point.tsx';
import { PointLine } from './point-line.tsx';
import { RemovedPoint } from './removed-point.tsx';
import '#app/meetings/fold.css';
import './agenda.css';

export interface AgendaPageProps {
  meeting: { slug: string; title: string; when: string };
  /** 'HH:MM' in the meeting's zone, null without hours; its length in minutes. */
  start: string | null;
  available: number | null;
  items: AgendaItemRow[];
  choices: PresenterChoice[];
  /** The point that is being edited. */
  editing: string | null;
  newId: string;
  answer: AgendaAnswer;
}

/** The agenda of a meeting, to be drawn up: its points in order, their sum against the meeting's length, one more. */
export function AgendaPage(props: AgendaPageProps) {
  const { meeting, available, items, choices, newId, answer } = props;
  const editing = answer.values ? answer.itemId : props.editing;
  const lost = answer.values !== null && editing !== null && !items.some((item) => item.id === editing);
  const adding = editing === null || lost;
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: meeting.title }]} />
        <h1>{m.agenda_page_title()}</h1>
        <p>{meeting.when}</p>
      </div>
      <div className="wrap ag">
        {answer.refused ? (
          <Notice look="err" role="alert">
            {answer.refused}
          </Notice>
        ) : null}
        {answer.removed ? <RemovedPoint {...answer.removed} /> : null}
        {items.length === 0 ? <Empty /> : null}
        {adding ? <AgendaBuilder {...props} /> : <WhileEditing {...props} editing={editing} />}
        <p className="vh" role="status">
          {answer.removed ? '' : answer.said}
        </p>
        <AgendaSum fill={fillOf(items, available)} />
        {items.length > 1 && adding ? <p className="hint">{m.agenda_hint()}</p> : null}
        {adding ? <AddPoint key={newId} id={newId} choices={choices} answer={answer} /> : null}
        <p>
          <A className="btn btn--line" to={`/meetings/${meeting.slug}`}>
            <Icon name="check" />
            {m.agenda_back()}
          </A>
        </p>
      </div>
    </>
  );
}

function Empty() {
  return (
    <div className="stack">
      <h2>{m.agenda_empty_title()}</h2>
      <p>{m.agenda_empty()}</p>
    </div>
  );
}

/** While a point is edited the others stand still around its form. */
function WhileEditing({ items, start, choices, answer, meeting, editing }: AgendaPageProps & { editing: string | null }) {
  return (
    <ol className="ab" aria-label={m.agenda_list_label()}>
      {items.map((item, index) =>
        item.id === editing ? (
          <li key={item.id}>
            <EditPoint item={item} choices={choices} answer={answer} slug={meeting.slug} />
          </li>
        ) : (
          <li key={item.id} className="ab__r ab__r--still">
            <PointLine item={item} items={items} index={index} start={start} />
          </li>
        ),
      )}
    </ol>
  );
}
