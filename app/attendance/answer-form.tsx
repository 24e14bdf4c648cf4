import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import {
  type AnswerFault,
  type AnswerWindow,
  ATTENDANCE_LIMITS,
  answersOffered,
  fullNameOf,
  type GivenAnswer,
} from '#app/model/attendance.ts';
import { Monogram } from '#app/ui/avatar.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldError, fieldId } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import './attendance.css';
import { answerLabel, faultMessage } from './labels.ts';
import { SeatKey } from './seat.tsx';

/** The invitation of the person who answers (OwnAttendance of db/attendance/read.ts). */
export interface OwnInvitation {
  givenName: string;
  familyName: string;
  organisationName: string;
  answer: GivenAnswer | 'none';
  substituteName: string;
  substituteFunction: string;
  /** Their calendar said yes, and they have not said yet where. */
  placeAssumed?: boolean;
}

export interface AnswerFormProps {
  /** Where the answer is sent, with its language prefix (localePath). */
  action: string;
  own: OwnInvitation;
  window: AnswerWindow;
  /** Whether a place is named, and whether the link of the video conference can be seen already. */
  place: boolean;
  online: boolean;
  /** The answer that a link of the mail proposes; nothing is recorded until the form is sent. */
  proposed?: GivenAnswer | null;
  /** Just recorded. */
  saved?: boolean;
  /** What was sent and refused, to be mended. */
  refused?: { fault: AnswerFault; answer: string; substituteName: string; substituteFunction: string } | null;
  /** Address of the calendar file; absent: none (no date that a calendar could hold). */
  calendarHref?: string | null;
}

const FAULTY_FIELD: Record<AnswerFault, string> = {
  answer_needed: 'answer-in_person',
  name_needed: fieldId('substituteName'),
  name_too_long: fieldId('substituteName'),
  function_too_long: fieldId('substituteFunction'),
};

/** « Serez-vous là ? »: who answers, the four answers, the substitute's name, and what is recorded so far. */
export function AnswerForm(props: AnswerFormProps) {
  const { action, own, window, refused, saved, proposed, calendarHref } = props;
  const open = window === 'open';
  return (
    <section className="panel answer" id="reponse" aria-labelledby="t-answer">
      <h2 id="t-answer">{open ? m.attendance_answer_title() : m.attendance_answer_legend()}</h2>
      <p className="rsvp__who">
        <Monogram name={own.organisationName || fullNameOf(own)} />
        <span>
          {fullNameOf(own)}
          {own.organisationName ? (
            <>
              , <b>{own.organisationName}</b>
            </>
          ) : null}
        </span>
      </p>
      {saved ? (
        <Notice look="ok" role="status">
          {savedSentence(own)}
        </Notice>
      ) : null}
      {open && own.placeAssumed ? (
        <Notice>
          <b>{m.attendance_where()}</b> {m.attendance_where_what()}
        </Notice>
      ) : null}
      {open ? (
        <Form method="post" action={action} noValidate preventScrollReset>
          <Choices {...props} />
          {refused ? <ErrorSummary faults={[{ id: FAULTY_FIELD[refused.fault], message: faultMessage(refused.fault) }]} /> : null}
          {!saved && !refused ? <p className="hint">{proposed ? m.attendance_answer_not_yet() : standingSentence(own)}</p> : null}
          <SubmitButton wide>{m.attendance_answer_save()}</SubmitButton>
        </Form>
      ) : (
        <Closed window={window} own={own} />
      )}
      {calendarHref && window !== 'cancelled' ? (
        <a className="btn btn--line btn--wide" href={calendarHref}>
          <Icon name="calendar-plus" />
          {m.attendance_add_to_calendar()}
        </a>
      ) : null}
    </section>
  );
}

function Choices({ own, place, online, proposed, refused }: AnswerFormProps) {
  const chosen = refused?.answer ?? proposed ?? own.answer;
  const error = (...faults: AnswerFault[]) => (refused && faults.includes(refused.fault) ? faultMessage(refused.fault) : undefined);
  const missing = error('answer_needed');
  const hints: Partial<Record<GivenAnswer, string>> = {
    remote: online ? m.attendance_answer_hint_remote() : m.attendance_answer_hint_remote_later(),
    represented: m.attendance_answer_hint_represented(),
  };
  return (
    <>
      <fieldset className="opts" aria-describedby={missing ? 'answer-error' : undefined}>
        <legend className="vh">{m.attendance_answer_legend()}</legend>
        {answersOffered({ place, online }, own.answer).map((answer) => (
          <label key={answer}>
            <input type="radio" name="answer" id={`answer-${answer}`} value={answer} defaultChecked={chosen === answer} />
            <SeatKey answer={answer} />
            <span>
              {answerLabel(answer)}
              {hints[answer] ? <small>{hints[answer]}</small> : null}
            </span>
            <Icon name="check" />
          </label>
        ))}
      </fieldset>
      <FieldError id="answer-error" error={missing} />
      <div className="answer__substitute">
        <Field
          name="substituteName"
          label={m.attendance_substitute_name()}
          hint={m.attendance_substitute_name_hint()}
          autoComplete="off"
          defaultValue={refused?.substituteName ?? own.substituteName}
          error={error('name_needed', 'name_too_long')}
        />
        <Field
          name="substituteFunction"
          label={m.attendance_substitute_function()}
          optional
          autoComplete="off"
          maxLength={ATTENDANCE_LIMITS.substituteFunction}
          defaultValue={refused?.substituteFunction ?? own.substituteFunction}
          error={error('function_too_long')}
        />
      </div>
    </>
  );
}

function Closed({ window, own }: { window: AnswerWindow; own: OwnInvitation }) {
  return (
    <>
      <Notice look={window === 'cancelled' ? 'warn' : 'info'}>
        {window === 'cancelled'
          ? m.attendance_answer_cancelled()
          : window === 'started'
            ? m.attendance_answer_started()
            : m.attendance_answer_not_announced()}
      </Notice>
      {window === 'started' && own.answer !== 'none' ? <p className="hint">{standingSentence(own)}</p> : null}
    </>
  );
}

function savedSentence({ answer, substituteName }: OwnInvitation): string {
  if (answer === 'none') return '';
  return substituteName
    ? m.attendance_answer_saved_substitute({ name: substituteName })
    : m.attendance_answer_saved({ answer: answerLabel(answer) });
}

function standingSentence({ answer, substituteName }: OwnInvitation): string {
  if (answer === 'none') return m.attendance_answer_none_yet();
  return substituteName
    ? m.attendance_answer_standing_substitute({ name: substituteName })
    : m.attendance_answer_standing({ answer: answerLabel(answer) });
}
