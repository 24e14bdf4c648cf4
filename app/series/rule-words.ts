import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, sentenceCase } from '#app/model/format-when.ts';
import type { Nth, Pattern, Recurrence } from '#app/model/recurrence.ts';
import { clockOf } from '#app/model/time-zones.ts';
import { skippedMonths } from './skipped-months.ts';

/** « Le 3e mardi du mois, de 15 h à 16 h 30, heure de Paris, du 17 novembre 2026 au 20 juillet 2027, sauf en août » */
export function ruleInWords(recurrence: Recurrence, locale: Locale): string {
  const { pattern, start, minutes, timeZone, monthsOut, end, firstDay } = recurrence;
  const from = formatDay(firstDay, locale);
  const clock = clockOf(timeZone, locale);
  const parts = [
    m.series_rule_hours(
      {
        pattern: patternInWords(pattern, locale),
        start: formatTime(start, locale),
        end: formatTime(endTime(start, minutes), locale),
        clock,
      },
      { locale },
    ),
    end.kind === 'until'
      ? m.series_rule_until({ from, to: formatDay(end.day, locale) }, { locale })
      : m.series_rule_count({ from, count: end.times }, { locale }),
    ...(monthsOut.length > 0
      ? [
          m.series_rule_except(
            {
              months: listOf(
                monthsOut.map((month) => monthName(month, locale)),
                locale,
              ),
            },
            { locale },
          ),
        ]
      : []),
  ];
  return sentenceCase(parts.join(', '));
}

/** « novembre 2026 et février 2027 »: the months that the rule passes over because they lack its day; '' for none. */
export function skippedInWords(recurrence: Recurrence, days: readonly string[], locale: Locale): string {
  const months = skippedMonths(recurrence, days);
  return listOf(
    months.map((month) => `${monthName(Number(month.slice(5)), locale)} ${month.slice(0, 4)}`),
    locale,
  );
}

/** « le 3e mardi du mois » */
export function patternInWords(pattern: Pattern, locale: Locale): string {
  const { every } = pattern;
  if (pattern.kind === 'weekly') {
    const weekday = weekdayName(pattern.weekday, locale);
    if (every === 1) return m.series_rule_every_week({ weekday }, { locale });
    return every === 2 ? m.series_rule_other_week({ weekday }, { locale }) : m.series_rule_every_weeks({ weekday, every }, { locale });
  }
  const day =
    pattern.kind === 'weekday'
      ? m.series_rule_nth_weekday({ nth: nthWord(pattern.nth, locale), weekday: weekdayName(pattern.weekday, locale) }, { locale })
      : pattern.day === -1
        ? m.series_rule_last_day({}, { locale })
        : m.series_rule_day({ day: dayNumber(pattern.day, locale) }, { locale });
  return every === 1 ? m.series_rule_monthly({ day }, { locale }) : m.series_rule_every_months({ day, every }, { locale });
}

export function nthWord(nth: Nth, locale: Locale): string {
  return NTH[nth]({}, { locale });
}

const NTH = {
  1: m.series_nth_first,
  2: m.series_nth_second,
  3: m.series_nth_third,
  4: m.series_nth_fourth,
  5: m.series_nth_fifth,
  [-1]: m.series_nth_last,
} as const;

// 2024 began on a Monday
export function weekdayName(weekday: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

export function monthName(month: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 15));
}

function dayNumber(day: number, locale: Locale): string {
  return day === 1 && locale === 'fr' ? '1er' : String(day);
}

function endTime(start: string, minutes: number): string {
  return Temporal.PlainTime.from(start).add({ minutes }).toString({ smallestUnit: 'minute' });
}

function listOf(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}
