import { m } from '#app/messages/compiled/messages.js';
import { NETWORK_COUNTRIES } from '#app/model/countries.ts';
import { VISIBILITIES } from '#app/model/groups.ts';
import { MEETING_KINDS, MEETING_LIMITS, type MeetingPlan, parseWebAddress } from '#app/model/meetings.ts';
import { cleanLine, cleanText, slugOf } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import { readWhen, type WhenFault } from '#app/model/when-input.ts';
import type { MeetingFormValues } from './meeting-form-values.ts';
import { whenFaultMessage } from './when-faults.ts';

export type FieldName = keyof MeetingFormValues;
/** The first fault of each field, in the reader's language. */
export type Faults = Partial<Record<FieldName, string>>;

/** A plan out of what was typed, or what is to be corrected. */
export function parseMeetingForm(values: MeetingFormValues): { plan: MeetingPlan } | { faults: Faults } {
  const faults: Faults = {};
  const fail = (field: FieldName, message: string) => {
    faults[field] ??= message;
  };
  const line = (field: 'title' | 'placeName' | 'placeAddress', max: number) => limited(field, cleanLine(values[field]), max);
  const text = (field: 'placeAccess' | 'summary', max: number) => limited(field, cleanText(values[field]), max);
  const limited = (field: FieldName, clean: string, max: number) => {
    if ([...clean].length > max) fail(field, m.meetings_too_long({ max, length: [...clean].length }));
    return clean;
  };

  const title = line('title', MEETING_LIMITS.title);
  if (title === '') fail('title', m.meetings_title_missing());
  const timeZone = findTimeZone(values.timeZone);
  if (!timeZone) fail('timeZone', m.meetings_time_zone_unknown());
  const date = readWhen(values, timeZone ?? 'UTC');
  if ('faults' in date) for (const fault of date.faults) fail(fault.field, whenFaultMessage(fault as WhenFault, values));
  const onlineUrl = readAddress(values.onlineUrl);
  if (onlineUrl === null) fail('onlineUrl', m.meetings_online_url_invalid());
  const themes = readThemes(values, fail);
  const countries = [...new Set(values.countries)].filter((code) => NETWORK_COUNTRIES.some((one) => one === code));
  const kind = MEETING_KINDS.find((one) => one === values.kind);
  if (!kind) fail('kind', m.meetings_kind_missing());
  const visibility = VISIBILITIES.find((one) => one === values.visibility);
  if (!visibility) fail('visibility', m.meetings_visibility_missing());
  const placeName = line('placeName', MEETING_LIMITS.placeName);
  const placeAddress = line('placeAddress', MEETING_LIMITS.placeAddress);
  const placeAccess = text('placeAccess', MEETING_LIMITS.placeAccess);
  const summary = text('summary', MEETING_LIMITS.summary);
  if (Object.keys(faults).length > 0 || !kind || !visibility || !timeZone || onlineUrl === null || 'faults' in date) return { faults };
  const { when } = date;
  return { plan: { title, kind, when, timeZone, placeName, placeAddress, placeAccess, onlineUrl, summary, visibility, themes, countries } };
}

function readAddress(text: string): string | null {
  const clean = cleanLine(text);
  return clean === '' ? '' : parseWebAddress(clean);
}

/** Themes ticked and typed, each once; a theme needs a letter or digit of the Latin script for its address. */
function readThemes(values: MeetingFormValues, fail: (field: FieldName, message: string) => void): string[] {
  const typed = values.otherThemes.split(/[,;\n]/);
  const bySlug = new Map<string, string>();
  for (const name of [...values.themes, ...typed].map(cleanLine).filter(Boolean)) {
    const slug = slugOf(name);
    if (slug === '') fail('otherThemes', m.meetings_theme_unreadable({ name: name.slice(0, 40) }));
    else if ([...name].length > MEETING_LIMITS.theme) fail('otherThemes', m.meetings_theme_too_long({ max: MEETING_LIMITS.theme }));
    else if (!bySlug.has(slug)) bySlug.set(slug, name);
  }
  if (bySlug.size > MEETING_LIMITS.themes) fail('otherThemes', m.meetings_too_many_themes({ max: MEETING_LIMITS.themes }));
  return [...bySlug.values()];
}
