import { DATE_POLL_LIMITS, VOTES_SHOWN_TO } from '#app/model/date-polls.ts';

/** A date's two fields, as typed. */
export interface DateFields {
  day: string;
  starts: string;
}

/** What the form of a new poll holds, as typed. */
export interface PollFormValues {
  id: string;
  title: string;
  question: string;
  message: string;
  duration: string;
  timeZone: string;
  placeName: string;
  placeAddress: string;
  onlineUrl: string;
  dates: DateFields[];
  deadline: string;
  minOrganisations: string;
  votesShownTo: string;
  comments: boolean;
  /** People chosen by name, and those of them who are required. */
  personIds: string[];
  requiredIds: string[];
  addresses: string;
  query: string;
}

/** Rows of dates that the form has at first, and that « more » adds. */
export const DATE_ROWS = 5;
/** Most characters of one field that are looked at. */
const LONGEST = 20_000;

export function emptyPoll(id: string, timeZone: string, personIds: string[]): PollFormValues {
  return {
    ...{ id, title: '', question: '', message: '', duration: '90', timeZone, placeName: '', placeAddress: '', onlineUrl: '' },
    ...{ dates: Array.from({ length: DATE_ROWS }, () => ({ day: '', starts: '' })), deadline: '', minOrganisations: '0' },
    ...{ votesShownTo: VOTES_SHOWN_TO[0], comments: true, personIds, requiredIds: [], addresses: '', query: '' },
  };
}

export function valuesOfForm(form: FormData): PollFormValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, LONGEST);
  const all = (name: string) => form.getAll(name).map(String);
  const starts = all('starts');
  // one row more than a poll takes, so that who sends it is told
  const dates = all('day')
    .slice(0, DATE_POLL_LIMITS.options + DATE_ROWS)
    .map((day, index) => ({ day: day.slice(0, 30), starts: (starts[index] ?? '').slice(0, 30) }));
  return {
    ...{ id: text('id'), title: text('title'), question: text('question'), message: text('message'), duration: text('duration') },
    ...{ timeZone: text('timeZone'), placeName: text('placeName'), placeAddress: text('placeAddress'), onlineUrl: text('onlineUrl') },
    ...{ dates, deadline: text('deadline'), minOrganisations: text('minOrganisations'), votesShownTo: text('votesShownTo') },
    ...{ comments: form.get('comments') === 'on', personIds: all('person'), requiredIds: all('required') },
    ...{ addresses: text('addresses'), query: text('query').slice(0, 100) },
  };
}

/** With more empty rows, as far as a poll takes them. */
export function withMoreDates(values: PollFormValues): PollFormValues {
  const more = Math.min(DATE_ROWS, DATE_POLL_LIMITS.options - values.dates.length);
  return { ...values, dates: [...values.dates, ...Array.from({ length: Math.max(0, more) }, () => ({ day: '', starts: '' }))] };
}
