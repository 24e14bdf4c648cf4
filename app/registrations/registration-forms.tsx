import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Refused } from './act-on-registration.server.ts';
import type { LoadedRegistration } from './load-registration.server.ts';
import { OverlapNotice } from './overlap-notice.tsx';
import { AnswerFields, PersonFields } from './person-fields.tsx';
import { InformationText } from './register-head.tsx';
import { SessionChoice } from './session-choice.tsx';

interface RegistrationFormsProps {
  page: LoadedRegistration;
  /** Of the page, with its language. */
  path: string;
  refused: Refused | null;
  /** Organisers choose the category too. */
  organises?: boolean;
}

/** Sessions, corrections and withdrawal of one registration. */
export function RegistrationForms({ page, path, refused, organises = false }: RegistrationFormsProps) {
  if (page.registration.state === 'cancelled') return null;
  return (
    <>
      {page.offer.sessions.length > 0 ? <SessionsForm {...{ page, path, refused }} /> : null}
      <CorrectForm {...{ page, path, refused, organises }} />
      <section aria-labelledby="t-cancel" className="stack">
        <h2 id="t-cancel">{m.registrations_cancel_title()}</h2>
        <details className="rg-more">
          <summary>{m.registrations_cancel_open()}</summary>
          <Form method="post" action={path} className="stack">
            <p>{m.registrations_cancel_what()}</p>
            <SubmitButton look="danger" name="intent" value="cancel">
              {m.registrations_cancel_do()}
            </SubmitButton>
          </Form>
        </details>
      </section>
    </>
  );
}

function SessionsForm({ page, path, refused }: RegistrationFormsProps) {
  const own = refused?.intent === 'sessions' ? refused : null;
  return (
    <section aria-labelledby="t-choose" className="stack" id="choose">
      <h2 id="t-choose">{m.registrations_choose_sessions()}</h2>
      <Form method="post" action={path} className="stack rg-form">
        <Refusal text={own?.notice ?? null} />
        <SessionChoice sessions={page.offer.sessions} name="session" chosen={(own?.values ?? page.values).meetingIds} />
        <OverlapNotice pairs={own?.overlaps ?? []} />
        <SubmitButton look="line" name="intent" value="sessions">
          {m.registrations_save_sessions()}
        </SubmitButton>
      </Form>
    </section>
  );
}

function CorrectForm({ page, path, refused, organises = false }: RegistrationFormsProps) {
  const own = refused?.intent === 'correct' ? refused : null;
  const values = own?.values ?? page.values;
  const faults = own?.faults ?? {};
  const { questions, categories, information } = page.offer;
  // the category that somebody has stays choosable, whichever are open
  const all = [...new Set([page.registration.category, ...categories])];
  return (
    <section aria-labelledby="t-correct" className="stack" id="correct">
      <h2 id="t-correct">{m.registrations_correct_title()}</h2>
      <Form method="post" action={path} className="stack rg-form" noValidate>
        <Refusal text={own?.notice ?? null} />
        <input type="hidden" name="revision" value={page.registration.revision} />
        <PersonFields values={values} faults={faults} categories={organises ? all : [page.registration.category]} email="none" />
        <AnswerFields values={values} faults={faults} questions={questions} />
        {organises ? null : <InformationText text={information} />}
        <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
        <SubmitButton look="line" name="intent" value="correct">
          {m.registrations_save()}
        </SubmitButton>
      </Form>
    </section>
  );
}

function Refusal({ text }: { text: string | null }) {
  return text ? (
    <Notice look="err" role="alert">
      {text}
    </Notice>
  ) : null;
}
