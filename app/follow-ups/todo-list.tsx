import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { DayMargin } from './day-margin.tsx';
import type { RefusedAnswer } from './own-answer.ts';
import { OwnAnswerForms } from './own-answer-forms.tsx';
import type { ShownTodo } from './todo-rows.ts';
import { wordsOf } from './todo-words.ts';

interface TodoListProps {
  rows: readonly ShownTodo[];
  today: string;
  /** An answer that could not be taken, and to which action. */
  refused: (RefusedAnswer & { followUpId: string }) | null;
}

/** What there is to do, by date in the margin, each with the one thing that does it. */
export function TodoList({ rows, today, refused }: TodoListProps) {
  return (
    <ol className="ledger todo">
      {rows.map((row) => {
        const { title, meta, link } = wordsOf(row);
        return (
          <li className={row.late ? 'ledger__row late' : 'ledger__row'} key={`${row.kind} ${row.id}`}>
            <div className="ledger__m">
              <DayMargin day={row.day} today={today} />
            </div>
            <div className="ledger__b">
              <h3>{title}</h3>
              <p className="meta">{meta}</p>
              {row.kind === 'action' ? (
                <Otherwise row={row} title={title} today={today} refused={refused?.followUpId === row.id ? refused : null} />
              ) : null}
            </div>
            <div className="ledger__e">
              {link ? (
                <A
                  className={link.primary ? 'btn btn--sm' : 'btn btn--line btn--sm'}
                  to={link.to}
                  aria-label={m.follow_ups_link_of({ label: link.label, title })}
                >
                  {link.label}
                </A>
              ) : (
                <Form method="post">
                  <input type="hidden" name="followUp" value={row.id} />
                  <SubmitButton size="sm" look="line" name="say" value="done" aria-label={m.follow_ups_mark_done_of({ body: title })}>
                    {m.follow_ups_mark_done()}
                  </SubmitButton>
                </Form>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Otherwise({ row, title, today, refused }: { row: ShownTodo; title: string; today: string; refused: RefusedAnswer | null }) {
  return (
    <>
      {row.askedDue ? <p className="meta">{m.follow_ups_todo_asked({ date: formatDay(row.askedDue, getLocale()) })}</p> : null}
      <details className="fu-more" open={refused !== null}>
        <summary aria-label={m.follow_ups_other_answer_of({ body: title })}>{m.follow_ups_other_answer()}</summary>
        <OwnAnswerForms id={row.id} today={today} refused={refused} />
      </details>
    </>
  );
}
