import { m } from '#app/messages/compiled/messages.js';
import type { DateChoices } from '#app/model/series.ts';
import { isDateTime, isDay } from '#app/model/when.ts';
import type { SeriesFaults } from './parse-series-form.ts';

export interface ReadChoices extends DateChoices {
  /** The days of the rule that the form showed; empty before the first preview. */
  seen: string[];
  faults: SeriesFaults;
}

const MOST = 100;

/** What was ticked and typed for single dates; `hour` is the rule's. A date that was not shown is kept, unless `before` left it out. */
export function readChoices(form: FormData, hour: string, before: readonly string[] = []): ReadChoices {
  const text = (name: string) => {
    const entry = form.get(name);
    return typeof entry === 'string' ? entry.trim() : '';
  };
  const seen = text('seen').split(',').filter(isDay).slice(0, MOST);
  const kept = new Set(form.getAll('keep'));
  const leftOut = new Set([...before.filter((day) => !seen.includes(day)), ...seen.filter((day) => !kept.has(day))]);
  const moved = new Map<string, string>();
  const faults: SeriesFaults = {};
  for (const on of seen) {
    const [day, start] = [text(`day.${on}`), text(`hour.${on}`)];
    if (day === '' && start === '') continue;
    const local = `${day || on}T${start || hour}`;
    if (isDateTime(local)) moved.set(on, local);
    else faults[`day.${on}`] = m.series_move_invalid();
  }
  return { seen, leftOut, moved, faults };
}
