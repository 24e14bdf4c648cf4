import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Check } from '#app/ui/check.tsx';
import { Field, FieldError } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ShownDate } from './date-words.ts';
import type { SeriesFaults } from './parse-series-form.ts';

export interface ShownPreview {
  /** The rule, as a sentence. */
  rule: string;
  dates: ShownDate[];
  /** Months without the rule's day, in words; '' when there are none. */
  skipped: string;
  /** Kept ones. */
  count: number;
}

interface DatesPreviewProps {
  preview: ShownPreview;
  faults: SeriesFaults;
  /** A new series, which has no meetings that could stay. */
  creates?: boolean;
  /** What becomes of meetings that are there, and the buttons. */
  children?: ReactNode;
}

/** The dates before anything is made, in the order in which they come: each can be left out, or moved. */
export function DatesPreview({ preview, faults, creates = false, children }: DatesPreviewProps) {
  const { count, skipped } = preview;
  return (
    <section className="fm__sec" aria-labelledby="s-dates" id="dates">
      <h2 id="s-dates">{m.series_section_dates()}</h2>
      <div className="fm__b">
        <div>
          <p className="dates__rule">{preview.rule}</p>
          <p className="meta">{creates ? m.series_dates_count_new({ count }) : m.series_dates_count({ count })}</p>
          {skipped ? <p className="meta">{m.series_dates_skipped({ months: skipped })}</p> : null}
        </div>
        <input type="hidden" name="seen" value={preview.dates.map(({ on }) => on).join(',')} />
        <ol className="dates">
          {preview.dates.toSorted(inTime).map((date) => (
            <DateItem key={date.on} date={date} error={faults[`day.${date.on}`]} />
          ))}
        </ol>
        {children}
      </div>
    </section>
  );
}

const inTime = (one: ShownDate, other: ShownDate) => one.start.localeCompare(other.start) || one.on.localeCompare(other.on);

function DateItem({ date, error }: { date: ShownDate; error: string | undefined }) {
  const { on, kept, fault, notes, clashes, movedDay, movedHour } = date;
  return (
    <li className={kept ? 'dates__i' : 'dates__i dates__i--out'}>
      <Check
        name="keep"
        value={on}
        defaultChecked={kept}
        label={
          <>
            <b>{date.date}</b> {date.time}
          </>
        }
      />
      {notes.length > 0 ? (
        <p className="dates__n">
          {notes.map(({ look, text }) => (
            <Tag key={text} look={look}>
              {text}
            </Tag>
          ))}
        </p>
      ) : null}
      {clashes.length > 0 ? (
        <ul className="dates__c">
          {clashes.map((clash) => (
            <li key={clash}>
              <Icon name="warning" />
              {clash}
            </li>
          ))}
        </ul>
      ) : null}
      <FieldError id={`f-fault-${on}`} error={kept ? (fault ?? undefined) : undefined} />
      <details className="fold" open={movedDay !== '' || error !== undefined || (kept && fault !== null)}>
        <summary>
          {m.series_move_date()}
          <span className="vh"> : {date.date}</span>
        </summary>
        <div className="g2">
          <Field id={`f-day.${on}`} label={m.series_move_day()} name={`day.${on}`} type="date" defaultValue={movedDay} error={error} />
          <Field id={`f-hour.${on}`} label={m.series_move_hour()} name={`hour.${on}`} type="time" defaultValue={movedHour} />
        </div>
      </details>
    </li>
  );
}
