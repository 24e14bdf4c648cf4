import type { MeetingPlan } from '#app/model/meetings.ts';
import type { SeriesTemplate } from '#app/model/series.ts';
import { slugOf } from '#app/model/text.ts';
import type { MeetingDetails } from '#db/meetings/read.ts';

const TEXTS = ['title', 'summary', 'placeName', 'placeAddress', 'placeAccess', 'onlineUrl'] as const;

/** A meeting under another template: each field that still says what the old one said says the new; what was changed by hand stays. */
export function mergeTemplate(
  current: MeetingDetails,
  before: SeriesTemplate,
  after: SeriesTemplate,
): Omit<MeetingPlan, 'when' | 'timeZone'> {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, current[field] === before[field] ? after[field] : current[field]]));
  return {
    ...(texts as Pick<SeriesTemplate, (typeof TEXTS)[number]>),
    kind: current.kind === before.kind ? after.kind : current.kind,
    visibility: current.visibility === before.visibility ? after.visibility : current.visibility,
    themes: sameNames(current.themes, before.themes) ? after.themes : current.themes,
    countries: sameNames(current.countries, before.countries) ? after.countries : current.countries,
  };
}

/** Themes that differ only by case and accents are one. */
function sameNames(one: readonly string[], other: readonly string[]): boolean {
  const keys = new Set(other.map((name) => slugOf(name)));
  return one.length === other.length && one.every((name) => keys.has(slugOf(name)));
}
