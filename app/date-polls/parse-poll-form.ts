import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS, type PollDate, VOTES_SHOWN_TO, type VotesShownTo } from '#app/model/date-polls.ts';
import { parseIsoDay } from '#app/model/iso-day.ts';
import { parseWebAddress } from '#app/model/meetings.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import { fieldId } from '#app/ui/field.tsx';
import { readDate } from './date-form-values.ts';
import type { PollFormValues } from './poll-form-values.ts';

export type PollField = Exclude<keyof PollFormValues, 'id' | 'query' | 'dates'> | 'dates' | `date-${number}`;
/** The first fault of each field, in the reader's language. */
export type PollFaults = Partial<Record<PollField, string>>;

/** Faults as the summary lists them. */
export function listFaults(faults: PollFaults): { id: string; message: string }[] {
  return Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message: message ?? '' }));
}

export interface ParsedSettings {
  question: string;
  title: string;
  message: string;
  durationMinutes: number;
  placeName: string;
  placeAddress: string;
  onlineUrl: string;
  minOrganisations: number;
  votesShownTo: VotesShownTo;
  comments: boolean;
}

type SettingsFields = Omit<PollFormValues, 'id' | 'dates' | 'personIds' | 'requiredIds' | 'addresses' | 'query' | 'timeZone'>;

/** What organisers decide of a poll and may change later, or what is to be corrected. */
export function parseSettings(values: SettingsFields): { settings: ParsedSettings; deadline: string } | { faults: PollFaults } {
  const faults: PollFaults = {};
  const limited = (field: PollField, clean: string, max: number) => {
    if ([...clean].length > max) faults[field] ??= m.date_polls_too_long({ max, length: [...clean].length });
    return clean;
  };
  const title = limited('title', cleanLine(values.title), DATE_POLL_LIMITS.title - 40);
  if (title === '') faults.title = m.date_polls_fault_no_title();
  const question = limited('question', cleanLine(values.question), DATE_POLL_LIMITS.question) || m.date_polls_default_question({ title });
  const message = limited('message', cleanText(values.message), DATE_POLL_LIMITS.message);
  const placeName = limited('placeName', cleanLine(values.placeName), DATE_POLL_LIMITS.placeName);
  const placeAddress = limited('placeAddress', cleanLine(values.placeAddress), DATE_POLL_LIMITS.placeAddress);
  const typedUrl = cleanLine(values.onlineUrl);
  const onlineUrl = typedUrl === '' ? '' : parseWebAddress(typedUrl);
  if (onlineUrl === null) faults.onlineUrl = m.meetings_online_url_invalid();
  const durationMinutes = wholeNumber(values.duration);
  const { least, most } = DATE_POLL_LIMITS.minutes;
  if (durationMinutes === null || durationMinutes < least || durationMinutes > most)
    faults.duration = m.date_polls_fault_duration({ least, most });
  const minOrganisations = wholeNumber(values.minOrganisations || '0');
  if (minOrganisations === null || minOrganisations > 500) faults.minOrganisations = m.date_polls_fault_number();
  const votesShownTo = VOTES_SHOWN_TO.find((one) => one === values.votesShownTo) ?? 'voters';
  const deadline = parseIsoDay(values.deadline);
  if (!deadline) faults.deadline = m.date_polls_fault_no_deadline();
  if (Object.keys(faults).length > 0 || onlineUrl === null || durationMinutes === null || minOrganisations === null || !deadline)
    return { faults };
  const texts = { question, title, message, placeName, placeAddress, onlineUrl };
  return { settings: { ...texts, durationMinutes, minOrganisations, votesShownTo, comments: values.comments }, deadline };
}

/** The dates of the rows that are filled, each with its row, and the zone of their hours. */
export function parseDates(values: Pick<PollFormValues, 'dates' | 'timeZone'>): {
  timeZone: string | null;
  dates: (PollDate & { row: number })[];
  faults: PollFaults;
} {
  const faults: PollFaults = {};
  const timeZone = findTimeZone(values.timeZone);
  if (!timeZone) faults.timeZone = m.meetings_time_zone_unknown();
  const dates = values.dates.flatMap((typed, row) => {
    if (typed.day === '' && typed.starts === '') return [];
    const date = readDate(typed);
    if (!date) faults[`date-${row}`] = m.date_polls_fault_no_day();
    return date ? [{ ...date, row }] : [];
  });
  return { timeZone, dates, faults };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : null;
}
