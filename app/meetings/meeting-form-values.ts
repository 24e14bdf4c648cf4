import type { MeetingPlan } from '#app/model/meetings.ts';
import { whenOf } from '#app/model/when.ts';
import { inputOf, type WhenInput } from '#app/model/when-input.ts';

/** What the form of a meeting shows, as typed; nothing is checked yet. */
export interface MeetingFormValues extends WhenInput {
  title: string;
  kind: string;
  /** Names of the themes ticked, and others typed, separated by commas. */
  themes: string[];
  otherThemes: string;
  countries: string[];
  timeZone: string;
  placeName: string;
  placeAddress: string;
  placeAccess: string;
  onlineUrl: string;
  summary: string;
  visibility: string;
}

const TEXTS = [
  ...([
    'title',
    'kind',
    'otherThemes',
    'timeZone',
    'placeName',
    'placeAddress',
    'placeAccess',
    'onlineUrl',
    'summary',
    'visibility',
  ] as const),
  ...(['whenKind', 'day', 'start', 'endDay', 'end', 'from', 'to', 'month', 'year'] as const),
];
type TextField = (typeof TEXTS)[number];

/** Reads what was typed; whatever is missing or no text counts as empty. */
export function valuesOfForm(form: FormData): MeetingFormValues {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(form.get(name))])) as Record<TextField, string>;
  return { ...texts, themes: textsOf(form, 'themes'), countries: textsOf(form, 'countries'), toConfirm: form.get('toConfirm') === 'yes' };
}

const textOf = (entry: FormDataEntryValue | null) => (typeof entry === 'string' ? entry : '');
const textsOf = (form: FormData, name: string) => form.getAll(name).filter((entry) => typeof entry === 'string');

/** An empty form, in the zone and with the visibility of its group. */
export function emptyValues(group: { timeZone: string; visibility: string }): MeetingFormValues {
  const texts = { title: '', otherThemes: '', placeName: '', placeAddress: '', placeAccess: '', onlineUrl: '', summary: '' };
  const when = { ...inputOf({ kind: 'unknown', toConfirm: true }), whenKind: 'time' };
  return { ...texts, ...when, kind: 'group_meeting', themes: [], countries: [], timeZone: group.timeZone, visibility: group.visibility };
}

type Stored = Omit<MeetingPlan, 'when'> & { edtf: string };

/** The form of a meeting that is there. */
export function valuesOfMeeting(meeting: Stored): MeetingFormValues {
  const { edtf, themes, countries, title, kind, timeZone, placeName, placeAddress, placeAccess, onlineUrl, summary, visibility } = meeting;
  const texts = { title, kind, timeZone, placeName, placeAddress, placeAccess, onlineUrl, summary, visibility };
  return { ...texts, ...inputOf(whenOf(edtf)), themes, otherThemes: '', countries };
}
