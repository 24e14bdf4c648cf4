import { whenOf } from '#app/model/when.ts';
import { inputOf, type WhenInput } from '#app/model/when-input.ts';

/** What the form of an event of others shows, as typed; nothing is checked yet. */
export interface OutsideEventValues extends WhenInput {
  title: string;
  timeZone: string;
  place: string;
  /** ISO 3166-1 alpha-2, or ''. */
  country: string;
  url: string;
  note: string;
}

const TEXTS = [
  ...(['title', 'timeZone', 'place', 'country', 'url', 'note'] as const),
  ...(['whenKind', 'day', 'start', 'endDay', 'end', 'from', 'to', 'month', 'year'] as const),
];

/** Reads what was typed; whatever is missing or no text counts as empty. */
export function outsideEventValues(form: FormData): OutsideEventValues {
  const textOf = (entry: FormDataEntryValue | null) => (typeof entry === 'string' ? entry : '');
  const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(form.get(name))])) as Record<(typeof TEXTS)[number], string>;
  return { ...texts, toConfirm: form.get('toConfirm') === 'yes' };
}

/** An empty form; most events of others last several days. */
export function emptyOutsideEvent(timeZone: string): OutsideEventValues {
  const when = { ...inputOf({ kind: 'unknown', toConfirm: true }), whenKind: 'span' };
  return { ...when, timeZone, title: '', place: '', country: '', url: '', note: '' };
}

interface Stored {
  title: string;
  edtf: string;
  timeZone: string;
  place: string;
  country: string | null;
  url: string;
  note: string;
}

export function valuesOfOutsideEvent({ title, edtf, timeZone, place, country, url, note }: Stored): OutsideEventValues {
  return { ...inputOf(whenOf(edtf)), title, timeZone, place, country: country ?? '', url, note };
}
