import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { DateHints } from '#server/date-polls/read-date-hints.ts';
import { DateHintList } from './date-hint-list.tsx';
import type { PollFaults } from './parse-poll-form.ts';
import type { DateFields } from './poll-form-values.ts';
import { Section } from './section.tsx';

interface DatesFieldsProps {
  dates: readonly DateFields[];
  faults: PollFaults;
  /** What to know of each row's date, by row. */
  hints: Record<number, DateHints>;
}

/** Up to 20 dates, each a day and an hour, or the whole day. */
export function DatesFields({ dates, faults, hints }: DatesFieldsProps) {
  return (
    <Section id="s-dates" title={m.date_polls_section_dates()}>
      <p className="hint">{m.date_polls_dates_hint({ max: DATE_POLL_LIMITS.options })}</p>
      {faults.dates ? (
        <p className="err" id="f-dates" tabIndex={-1}>
          {faults.dates}
        </p>
      ) : null}
      <ol className="dp-rows">
        {dates.map((date, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and an empty one has nothing else to be told by
          <li key={row}>
            <fieldset className="dp-row">
              <legend className="vh">{m.date_polls_date_number({ number: row + 1 })}</legend>
              <Field
                type="date"
                id={`f-date-${row}`}
                name="day"
                label={m.date_polls_day()}
                defaultValue={date.day}
                error={faults[`date-${row}`]}
              />
              <Field type="time" id={`f-hour-${row}`} name="starts" label={m.date_polls_start()} defaultValue={date.starts} optional />
            </fieldset>
            {hints[row] ? <DateHintList hints={hints[row]} /> : null}
          </li>
        ))}
      </ol>
      <p className="row">
        {dates.length < DATE_POLL_LIMITS.options ? (
          <SubmitButton look="line" size="sm" icon="plus" name="intent" value="more">
            {m.date_polls_more_dates()}
          </SubmitButton>
        ) : null}
        <SubmitButton look="quiet" size="sm" name="intent" value="hints">
          {m.date_polls_check_dates()}
        </SubmitButton>
      </p>
    </Section>
  );
}
