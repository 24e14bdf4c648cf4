import { m } from '#app/messages/compiled/messages.js';
import { LIVE_POLL_LIMITS } from '#app/model/live-polls.ts';
import { ErrorSummary, type FieldFault } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import type { PollFormValues } from './poll-form-values.ts';
import { optionId, QUESTION_ID } from './poll-words.ts';

interface PollFieldsProps {
  values: PollFormValues;
  faults: readonly FieldFault[];
  points: readonly { id: string; title: string }[];
}

const SHOWN_AT_FIRST = 4;
const PLACES = Array.from({ length: LIVE_POLL_LIMITS.maxOptions }, (_, place) => place);

/** The fields of a new poll, in the dialog and on the page of its own. */
export function PollFields({ values, faults, points }: PollFieldsProps) {
  const faultOf = (id: string) => faults.find((fault) => fault.id === id)?.message;
  const option = (place: number) => (
    <Field
      key={place}
      id={optionId(place)}
      name="option"
      label={m.live_polls_option({ number: place + 1 })}
      optional={place >= LIVE_POLL_LIMITS.minOptions}
      maxLength={LIVE_POLL_LIMITS.option}
      autoComplete="off"
      defaultValue={values.options[place]}
      error={faultOf(optionId(place))}
    />
  );
  const more = PLACES.slice(SHOWN_AT_FIRST);
  return (
    <>
      <input type="hidden" name="id" value={values.id} />
      <Field
        id={QUESTION_ID}
        name="question"
        label={m.live_polls_question()}
        hint={m.live_polls_question_hint()}
        maxLength={LIVE_POLL_LIMITS.question}
        autoComplete="off"
        defaultValue={values.question}
        error={faultOf(QUESTION_ID)}
      />
      <fieldset className="poll-fields" aria-describedby="poll-options-hint">
        <legend>{m.live_polls_options()}</legend>
        <p className="hint" id="poll-options-hint">
          {m.live_polls_options_hint()}
        </p>
        {PLACES.slice(0, SHOWN_AT_FIRST).map(option)}
        <details className="poll-more" open={more.some((place) => values.options[place])}>
          <summary>{m.live_polls_more_options()}</summary>
          <div className="poll-fields">{more.map(option)}</div>
        </details>
      </fieldset>
      <Field
        as="select"
        id="poll-point"
        name="point"
        label={m.live_polls_point()}
        defaultValue={values.point}
        error={faultOf('poll-point')}
      >
        {points.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Field>
      <ErrorSummary faults={faults} />
    </>
  );
}
