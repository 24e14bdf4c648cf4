import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName } from '#app/model/countries.ts';
import { formatWhen } from '#app/model/format-when.ts';
import type { MeetingPlan } from '#app/model/meetings.ts';
import { inCity } from '#app/model/time-zones.ts';
import { formatEdtf, whenOf } from '#app/model/when.ts';
import { kindLabel, visibilityLabel } from './labels.ts';
import { type MeetingFormValues, valuesOfMeeting } from './meeting-form-values.ts';

type Stored = Omit<MeetingPlan, 'when'> & { edtf: string };

/** What two people can disagree about, and the fields of the form that say it. */
const CLASHING = {
  title: ['title'],
  kind: ['kind'],
  visibility: ['visibility'],
  themes: ['themes', 'otherThemes'],
  countries: ['countries'],
  summary: ['summary'],
  when: ['whenKind', 'day', 'start', 'endDay', 'end', 'from', 'to', 'month', 'year', 'toConfirm', 'timeZone'],
  placeName: ['placeName'],
  placeAddress: ['placeAddress'],
  placeAccess: ['placeAccess'],
  onlineUrl: ['onlineUrl'],
} as const satisfies Record<string, readonly (keyof MeetingFormValues)[]>;
export type ClashField = keyof typeof CLASHING;
export type Wordings = Record<ClashField, string>;

/** One field of which a colleague saved another version since the form was filled. */
export interface Clash {
  field: ClashField;
  label: string;
  mine: string;
  theirs: string;
  /** Proposed: theirs where the form was left as it came, else mine. */
  take: 'mine' | 'theirs';
}

/** Each field as people read it. */
export function wordingsOf(stored: Stored, locale: Locale): Wordings {
  const when = whenOf(stored.edtf);
  return {
    title: stored.title,
    kind: kindLabel(stored.kind),
    visibility: visibilityLabel(stored.visibility),
    themes: [...stored.themes].sort().join(', '),
    countries: [...stored.countries]
      .sort()
      .map((code) => countryName(code, locale))
      .join(', '),
    summary: stored.summary,
    when: `${formatWhen(when, { zone: stored.timeZone, locale }).full} ${inCity(stored.timeZone, locale)}`,
    placeName: stored.placeName,
    placeAddress: stored.placeAddress,
    placeAccess: stored.placeAccess,
    onlineUrl: stored.onlineUrl,
  };
}

/** The fields in which a plan and what a colleague saved differ; `base` is what the form was filled from. */
export function clashesOf({
  plan,
  current,
  base,
  locale,
}: {
  plan: MeetingPlan;
  current: Stored;
  base: Partial<Wordings>;
  locale: Locale;
}): Clash[] {
  const mine = wordingsOf({ ...plan, edtf: formatEdtf(plan.when) }, locale);
  const theirs = wordingsOf(current, locale);
  return (Object.keys(CLASHING) as ClashField[])
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({
      field,
      label: labelOf(field),
      mine: mine[field],
      theirs: theirs[field],
      take: base[field] === mine[field] ? 'theirs' : 'mine',
    }));
}

/** The form after the choices « la version enregistrée » were applied to it. */
export function takeTheirs(values: MeetingFormValues, form: FormData, current: Stored): MeetingFormValues {
  const theirs = valuesOfMeeting(current);
  const taken = (Object.keys(CLASHING) as ClashField[]).filter((field) => form.get(`take.${field}`) === 'theirs');
  const fields = taken.flatMap((field): readonly (keyof MeetingFormValues)[] => CLASHING[field]);
  return { ...values, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) };
}

/** The hidden field that says what the form was filled from; anything else than our own text counts as nothing. */
export function readBase(entry: FormDataEntryValue | null): Partial<Wordings> {
  try {
    const read: unknown = JSON.parse(typeof entry === 'string' ? entry : '{}');
    return typeof read === 'object' && read !== null ? (read as Partial<Wordings>) : {};
  } catch {
    return {};
  }
}

function labelOf(field: ClashField): string {
  switch (field) {
    case 'title':
      return m.meetings_title_label();
    case 'kind':
      return m.meetings_kind_label();
    case 'visibility':
      return m.meetings_visibility_label();
    case 'themes':
      return m.meetings_themes_label();
    case 'countries':
      return m.meetings_countries();
    case 'summary':
      return m.meetings_summary_label();
    case 'when':
      return m.meetings_section_when();
    case 'placeName':
      return m.meetings_place_name_label();
    case 'placeAddress':
      return m.meetings_place_address_label();
    case 'placeAccess':
      return m.meetings_place_access_label();
    case 'onlineUrl':
      return m.meetings_online_url_label();
  }
}
