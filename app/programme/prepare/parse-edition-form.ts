import { m } from '#app/messages/compiled/messages.js';
import type { EditionPlan } from '#app/model/programme.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import { daysBetween, isDay } from '#app/model/when.ts';

/** The form of an edition as it was typed; names are those of its controls. */
export type EditionFormValues = Record<keyof EditionPlan, string>;
export type EditionFaults = Partial<EditionFormValues>;

export function editionFormValues(form: FormData): EditionFormValues {
  const text = (name: keyof EditionPlan) => String(form.get(name) ?? '').slice(0, 20_000);
  return {
    ...{ name: text('name'), summary: text('summary'), place: text('place') },
    ...{ timeZone: text('timeZone'), startsOn: text('startsOn'), endsOn: text('endsOn') },
  };
}

/** An edition out of what was typed, or what is to be corrected. Without a last day it lasts one day. */
export function parseEditionForm(values: EditionFormValues): { plan: EditionPlan } | { faults: EditionFaults } {
  const faults: EditionFaults = {};
  const within = (field: 'name' | 'place' | 'summary', clean: string) => {
    const [length, max] = [[...clean].length, EDITION_LIMITS[field]];
    if (length > max) faults[field] = m.prepare_too_long({ max, length });
    return clean;
  };
  const name = within('name', cleanLine(values.name));
  if (name === '') faults.name = m.prepare_edition_name_missing();
  const place = within('place', cleanLine(values.place));
  const summary = within('summary', cleanText(values.summary));
  const timeZone = findTimeZone(values.timeZone);
  if (!timeZone) faults.timeZone = m.prepare_zone_unknown();
  const startsOn = values.startsOn;
  const endsOn = values.endsOn || startsOn;
  if (!isDay(startsOn)) faults.startsOn = m.prepare_day_missing();
  if (!isDay(endsOn)) faults.endsOn = m.prepare_day_missing();
  if (!faults.startsOn && !faults.endsOn) {
    if (endsOn < startsOn) faults.endsOn = m.prepare_days_reversed();
    else if (daysBetween(startsOn, endsOn) > EDITION_LIMITS.days) faults.endsOn = m.prepare_days_many({ max: EDITION_LIMITS.days });
  }
  if (Object.keys(faults).length > 0 || !timeZone) return { faults };
  return { plan: { name, summary, place, timeZone, startsOn, endsOn } };
}
