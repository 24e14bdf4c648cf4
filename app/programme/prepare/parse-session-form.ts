import { m } from '#app/messages/compiled/messages.js';
import { NETWORK_COUNTRIES } from '#app/model/countries.ts';
import { VISIBILITIES } from '#app/model/groups.ts';
import { MEETING_LIMITS } from '#app/model/meetings.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { cleanLine, cleanText, slugOf } from '#app/model/text.ts';
import type { SessionPlan } from '#server/programme/create-session.ts';
import { readCapacity, type Typed } from './parse-frame-form.ts';

/** Languages that a session of the network is held in or interpreted into, first those that come up most. */
export const SESSION_LANGUAGES = ['fr', 'es', 'en', 'pt', 'ar', 'de', 'it', 'ja', 'he', 'ht'] as const;

export interface SessionFormValues {
  id: string;
  group: string;
  title: string;
  summary: string;
  visibility: string;
  themes: string;
  countries: string[];
  languages: string[];
  capacity: string;
}

export function sessionFormValues(form: FormData): SessionFormValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 20_000);
  const list = (name: string) => form.getAll(name).map(String).slice(0, 100);
  return {
    ...{ id: text('id'), group: text('group'), title: text('title'), summary: text('summary'), visibility: text('visibility') },
    ...{ themes: text('themes'), countries: list('countries'), languages: list('languages'), capacity: text('capacity') },
  };
}

/** A session out of what was typed, or what is to be corrected, by the names of the controls. */
export function parseSessionForm(values: SessionFormValues): { session: SessionPlan } | { faults: Typed } {
  const faults: Typed = {};
  const within = (name: string, clean: string, max: number) => {
    const length = [...clean].length;
    if (length > max) faults[name] = m.prepare_too_long({ max, length });
    return clean;
  };
  const title = within('title', cleanLine(values.title), MEETING_LIMITS.title);
  if (title === '') faults.title = m.prepare_title_missing();
  const summary = within('summary', cleanText(values.summary), MEETING_LIMITS.summary);
  const themes = readThemes(values.themes, faults);
  const visibility = VISIBILITIES.find((one) => one === values.visibility) ?? 'public';
  const countries = NETWORK_COUNTRIES.filter((code) => values.countries.includes(code));
  if (countries.length > MEETING_LIMITS.countries) faults.countries = m.prepare_too_many({ max: MEETING_LIMITS.countries });
  const details = parseDetails(values);
  if ('fault' in details) return { faults: { ...faults, capacity: details.fault } };
  if (Object.keys(faults).length > 0) return { faults };
  return { session: { title, summary, visibility, themes, countries, ...details } };
}

/** Languages and places, which a session can change at any time. */
export function parseDetails({
  languages,
  capacity,
}: Pick<SessionFormValues, 'languages' | 'capacity'>): { fault: string } | { languages: string[]; capacity: number | null } {
  const places = readCapacity(capacity);
  if (places === undefined) return { fault: m.prepare_capacity_wrong({ max: EDITION_LIMITS.capacity }) };
  return { languages: SESSION_LANGUAGES.filter((code) => languages.includes(code)), capacity: places };
}

function readThemes(text: string, faults: Typed): string[] {
  const names = text
    .split(/[,;\n]/)
    .map(cleanLine)
    .filter(Boolean);
  const bySlug = new Map(names.map((name) => [slugOf(name), name]));
  const wrong = names.find((name) => slugOf(name) === '' || [...name].length > MEETING_LIMITS.theme);
  if (wrong !== undefined) faults.themes = m.prepare_theme_wrong({ name: wrong.slice(0, 40) });
  if (bySlug.size > MEETING_LIMITS.themes) faults.themes = m.prepare_too_many({ max: MEETING_LIMITS.themes });
  return [...bySlug.values()];
}
