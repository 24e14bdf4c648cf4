import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, sentenceCase } from '#app/model/format-when.ts';
import type { SlotKind } from '#app/model/programme.ts';
import type { SlotSaid } from '#app/model/programme-changes.ts';

type Hours = Pick<SlotSaid, 'day' | 'startsAt' | 'endsAt' | 'toConfirm'>;

/** « 14 h 30 à 16 h », with « (à confirmer) » where it is. */
export function hoursWords({ startsAt, endsAt, toConfirm }: Omit<Hours, 'day'>): string {
  const locale = getLocale();
  const hours = { start: formatTime(startsAt, locale), end: formatTime(endsAt, locale) };
  return toConfirm ? m.prepare_hours_to_confirm(hours) : m.prepare_hours(hours);
}

/** « lundi 18 septembre, 14 h 30 à 16 h ». */
export function slotWords(slot: Hours): string {
  return `${formatDay(slot.day, getLocale(), { weekday: true, year: false })}, ${hoursWords(slot)}`;
}

/** « Lundi 18 septembre », for headings. */
export function dayTitle(day: string): string {
  return sentenceCase(formatDay(day, getLocale(), { weekday: true, year: false }));
}

export function slotKindName(kind: SlotKind): string {
  switch (kind) {
    case 'sessions':
      return m.prepare_kind_sessions();
    case 'plenary':
      return m.prepare_kind_plenary();
    case 'break':
      return m.prepare_kind_break();
  }
}
