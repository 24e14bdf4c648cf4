import { LIVE_POLL_LIMITS } from '#app/model/live-polls.ts';

/** What the form of a new poll holds, as it was typed. */
export interface PollFormValues {
  /** Of the poll to be: the same form sent twice opens one. */
  id: string;
  point: string;
  question: string;
  options: string[];
}

export function emptyPollForm(id: string, point: string): PollFormValues {
  return { id, point, question: '', options: [] };
}

/** Reads the form; texts beyond any use are cut before anything looks at them. */
export function readPollForm(form: FormData): PollFormValues {
  const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.slice(0, 10_000) : '');
  return {
    id: text(form.get('id')),
    point: text(form.get('point')),
    question: text(form.get('question')),
    // one more than there may be: a form that was made by hand is told
    options: form
      .getAll('option')
      .slice(0, LIVE_POLL_LIMITS.maxOptions + 1)
      .map(text),
  };
}
