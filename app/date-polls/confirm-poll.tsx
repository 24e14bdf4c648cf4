import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { PollDate } from '#app/model/date-polls.ts';
import { formatDay } from '#app/model/format-when.ts';
import { clockOf } from '#app/model/time-zones.ts';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { CountedPeople } from '#server/date-polls/asked-people.ts';
import type { DateHints } from '#server/date-polls/read-date-hints.ts';
import { DateHintList } from './date-hint-list.tsx';
import { longDate } from './date-words.ts';
import type { PollFormValues } from './poll-form-values.ts';

export interface PollToConfirm {
  values: PollFormValues;
  question: string;
  deadline: string;
  dates: { date: PollDate; hints: DateHints }[];
  people: Pick<CountedPeople, 'people' | 'reachable' | 'self'>;
  /** The number is another than was shown before. */
  changed: boolean;
}

/** What is about to happen, with the number of mails, before any leaves. */
export function ConfirmPoll({ values, question, deadline, dates, people, changed }: PollToConfirm) {
  const all = dates.map(({ date }) => date);
  const unreachable = people.people - people.reachable - Number(people.self);
  return (
    <Form method="post" className="stack dp-confirm">
      <Carried values={values} />
      <input type="hidden" name="expected" value={people.reachable} />
      {changed ? <Notice look="warn">{m.date_polls_count_changed()}</Notice> : null}
      <h2>{question}</h2>
      <p>{m.date_polls_confirm_what({ count: people.people, day: formatDay(deadline, getLocale(), { weekday: true }) })}</p>
      {people.self ? <p className="meta">{m.date_polls_confirm_self()}</p> : null}
      {unreachable > 0 ? <p className="meta">{m.date_polls_confirm_unreachable({ count: unreachable })}</p> : null}
      <p className="meta">{m.date_polls_hours_of({ clock: clockOf(values.timeZone, getLocale()) })}</p>
      <ul className="dp-list">
        {dates.map(({ date, hints }) => (
          <li key={`${date.day}${date.starts}`}>
            <b>{longDate(date, all)}</b>
            <DateHintList hints={hints} />
          </li>
        ))}
      </ul>
      <p className="row">
        <SubmitButton size="lg" name="intent" value="open" icon="envelope-simple">
          {m.date_polls_open({ count: people.reachable })}
        </SubmitButton>
        <SubmitButton look="quiet" name="intent" value="back">
          {m.date_polls_back()}
        </SubmitButton>
      </p>
    </Form>
  );
}

/** The form as it was filled, to be sent once more. */
function Carried({ values }: { values: PollFormValues }) {
  const { dates, personIds, requiredIds, comments, ...texts } = values;
  const fields: [string, string][] = [
    ...Object.entries(texts),
    ...dates.flatMap(({ day, starts }): [string, string][] => [
      ['day', day],
      ['starts', starts],
    ]),
    ...personIds.map((id): [string, string] => ['person', id]),
    ...requiredIds.map((id): [string, string] => ['required', id]),
    ...(comments ? [['comments', 'on'] as [string, string]] : []),
  ];
  return fields.map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is written once and never moves
    <input key={index} type="hidden" name={name} value={value} />
  ));
}
