import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { readGuestDoor } from '#server/date-polls/read-poll-page.ts';
import { hoursElsewhere, longDate } from './date-words.ts';
import { durationWords } from './duration-words.ts';
import type { GuestAnswer } from './guest-form-values.ts';
import { stateWords } from './poll-words.ts';
import './date-polls.css';

interface GuestDoorProps {
  door: Awaited<ReturnType<typeof readGuestDoor>>;
  path: string;
  zone: string | null;
  /** The mail is on its way. */
  sent: boolean;
  answer: GuestAnswer | null;
}

/** What the guest link opens: the question and its dates, and a form that sends one's own link by mail. */
export function GuestDoor({ door: { poll, dates }, path, zone, sent, answer }: GuestDoorProps) {
  const context = { timeZone: poll.timeZone, durationMinutes: poll.durationMinutes, zones: zone ? [zone] : [] };
  const { values, faults = {}, notice } = answer ?? {};
  return (
    <div className="wrap dp-door">
      <div className="dp-head">
        <p className="kicker">{poll.groupName}</p>
        <h1>{poll.question}</h1>
        <p className="dp-info">
          <span>{durationWords(poll.durationMinutes)}</span>
          <Tag icon="clock">{stateWords(poll)}</Tag>
        </p>
        {poll.message ? <p className="dp-message">{poll.message}</p> : null}
      </div>
      <ul className="dp-list">
        {dates.map((date) => (
          <li key={date.id}>
            <b>{longDate(date, dates)}</b>
            <span className="meta">{hoursElsewhere(date, context)}</span>
          </li>
        ))}
      </ul>
      {sent ? (
        <Notice look="ok" role="status">
          {m.date_polls_guest_sent()}
        </Notice>
      ) : null}
      {notice ? (
        <Notice look="err" role="alert">
          {notice}
        </Notice>
      ) : null}
      {poll.state === 'open' && !sent ? (
        <Form method="post" action={path} className="stack dp-guest" noValidate>
          <h2>{m.date_polls_guest_title()}</h2>
          <p>{m.date_polls_guest_what()}</p>
          <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
          <div className="g2">
            <Field
              name="givenName"
              label={m.date_polls_given_name()}
              defaultValue={values?.givenName}
              error={faults.givenName}
              autoComplete="given-name"
              optional
            />
            <Field
              name="familyName"
              label={m.date_polls_family_name()}
              defaultValue={values?.familyName}
              error={faults.familyName}
              autoComplete="family-name"
              required
            />
          </div>
          <Field
            name="organisationName"
            label={m.date_polls_organisation()}
            defaultValue={values?.organisationName}
            error={faults.organisationName}
            autoComplete="organization"
            optional
          />
          <Field
            type="email"
            name="email"
            label={m.date_polls_email()}
            defaultValue={values?.email}
            error={faults.email}
            autoComplete="email"
            required
          />
          <SubmitButton>{m.date_polls_guest_send()}</SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
