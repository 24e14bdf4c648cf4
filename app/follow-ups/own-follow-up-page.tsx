import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { OwnFollowUp } from '#db/follow-ups/read-own.ts';
import type { RefusedAnswer } from './own-answer.ts';
import { OwnAnswerForms } from './own-answer-forms.tsx';

interface OwnFollowUpPageProps {
  action: OwnFollowUp;
  today: string;
  refused: RefusedAnswer | null;
}

/** One action, and the answers to it, without an account. */
export function OwnFollowUpPage({ action, today, refused }: OwnFollowUpPageProps) {
  const locale = getLocale();
  const { date } = formatWhen(whenOf(action.edtf), { zone: action.timeZone, locale });
  const late = action.state === 'open' && action.dueOn !== null && action.dueOn < today;
  return (
    <div className="wrap m-grid">
      <div className="m-head">
        <p className="kicker">{m.follow_ups_own_hello({ name: action.givenName, group: action.groupName })}</p>
        <h1 className="fu-own__t">{frenchSpaces(action.body)}</h1>
      </div>
      <div className="stack m-main">
        <dl className="kv">
          <dt>{m.follow_ups_own_due()}</dt>
          <dd>
            {action.dueOn ? sentenceCase(formatDay(action.dueOn, locale, { weekday: true })) : m.follow_ups_no_date()}{' '}
            {late ? <Tag look="late">{m.follow_ups_late()}</Tag> : null}
          </dd>
          <dt>{m.follow_ups_own_decided()}</dt>
          <dd>
            <A to={`/meetings/${action.meetingSlug}`}>{frenchSpaces(action.meetingTitle)}</A>
            <span className="meta fu-block">{sentenceCase(date)}</span>
          </dd>
          {action.organisation ? (
            <>
              <dt>{m.follow_ups_own_for()}</dt>
              <dd>{action.organisation}</dd>
            </>
          ) : null}
        </dl>
        <p className="meta">{m.follow_ups_own_no_account()}</p>
      </div>
      <aside className="m-side">
        <section className="panel stack" aria-labelledby="t-answer">
          <h2 id="t-answer">{action.state === 'open' ? m.follow_ups_own_question() : m.follow_ups_answer_title()}</h2>
          <Standing action={action} />
          {action.state === 'open' ? <Answers action={action} today={today} refused={refused} /> : null}
          {action.state === 'done' && action.stateBy !== null ? <NotDone /> : null}
        </section>
      </aside>
    </div>
  );
}

/** What they said so far. */
function Standing({ action }: { action: OwnFollowUp }) {
  if (action.state === 'done') return <Notice look="ok">{m.follow_ups_own_done()}</Notice>;
  if (action.state === 'dropped') return <Notice>{m.follow_ups_own_dropped()}</Notice>;
  if (action.declinedAt) return <Notice look="warn">{m.follow_ups_own_declined()}</Notice>;
  if (action.askedDue) return <Notice look="ok">{m.follow_ups_own_asked({ date: formatDay(action.askedDue, getLocale()) })}</Notice>;
  return action.confirmedAt ? <Notice look="ok">{m.follow_ups_own_confirmed()}</Notice> : null;
}

function Answers({ action, today, refused }: OwnFollowUpPageProps) {
  return (
    <>
      <Form method="post" className="stack fu-answers">
        {action.confirmedAt ? null : (
          <SubmitButton wide name="say" value="yes">
            {m.follow_ups_answer_yes()}
          </SubmitButton>
        )}
        <SubmitButton wide look={action.confirmedAt ? 'primary' : 'line'} name="say" value="done">
          {m.follow_ups_answer_done()}
        </SubmitButton>
      </Form>
      <details className="fu-more" open={refused !== null}>
        <summary>{m.follow_ups_other_answer()}</summary>
        <OwnAnswerForms id={null} today={today} refused={refused} />
      </details>
    </>
  );
}

function NotDone() {
  return (
    <Form method="post">
      <SubmitButton look="quiet" size="sm" icon="arrow-u-up-left" name="say" value="not_done">
        {m.follow_ups_own_not_done()}
      </SubmitButton>
    </Form>
  );
}
