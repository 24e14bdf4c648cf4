import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { clockOf } from '#app/model/time-zones.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OptionRow } from '#db/date-polls/read.ts';
import { longDate } from './date-words.ts';
import { Section } from './section.tsx';

interface EditDatesProps {
  dates: readonly OptionRow[];
  timeZone: string;
  refused: { day: string; starts: string; message: string } | null;
}

/** The dates that are offered, each to be taken away, and one to be added. */
export function EditDates({ dates, timeZone, refused }: EditDatesProps) {
  return (
    <Section id="s-dates" title={m.date_polls_section_dates()}>
      <ul className="dp-list">
        {dates.map((date) => (
          <li key={date.id}>
            <b>{longDate(date, dates)}</b>
            {dates.length > 1 ? (
              <Form method="post">
                <input type="hidden" name="option" value={date.id} />
                <SubmitButton
                  look="quiet"
                  size="sm"
                  icon="trash"
                  name="intent"
                  value="remove-date"
                  aria-label={m.date_polls_remove_date({ date: longDate(date, dates) })}
                >
                  {m.date_polls_remove()}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      <Form method="post" className="dp-row" noValidate>
        <Field type="date" id="f-new-day" name="day" label={m.date_polls_day()} defaultValue={refused?.day} error={refused?.message} />
        <Field
          type="time"
          id="f-new-starts"
          name="starts"
          label={m.date_polls_hour({ clock: clockOf(timeZone, getLocale()) })}
          defaultValue={refused?.starts}
          optional
        />
        <SubmitButton look="line" name="intent" value="add-date">
          {m.date_polls_add_date()}
        </SubmitButton>
      </Form>
      <p className="hint">{m.date_polls_add_date_hint()}</p>
    </Section>
  );
}
