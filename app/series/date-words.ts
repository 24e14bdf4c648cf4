import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import type { Clash } from '#db/series/read-clashes.ts';
import type { PreviewRow } from '#server/series/preview-dates.ts';

/** One date of the preview, ready to be shown. */
export interface ShownDate {
  /** The day that the rule gave. */
  on: string;
  /** When it is now, local, 'YYYY-MM-DDTHH:MM'. */
  start: string;
  /** « Mardi 19 janvier 2027 », « 15 h – 16 h 30 » */
  date: string;
  time: string;
  kept: boolean;
  /** What was typed to move it; '' when nothing was. */
  movedDay: string;
  movedHour: string;
  /** Keeps its meeting from being made: the hour does not exist. */
  fault: string | null;
  notes: { look: 'warn' | 'soft'; text: string }[];
  clashes: string[];
}

/** `readerZone`: null for the meeting's own. */
export function shownDate(
  row: PreviewRow,
  { locale, timeZone, edtf }: { locale: Locale; timeZone: string; edtf: string | null },
): ShownDate {
  const { on, start, moved, missing } = row;
  const when = edtf ? formatWhen(whenOf(edtf), { zone: timeZone, locale }) : null;
  const day = start.slice(0, 10);
  const fault =
    missing &&
    m.series_hour_missing({ hour: formatTime(start.slice(11), locale), next: formatTime(missing.slice(11), locale) }, { locale });
  return {
    ...{ on, start },
    date: when ? sentenceCase(when.date) : sentenceCase(formatDay(day, locale, { weekday: true })),
    time: when?.time ?? formatTime(start.slice(11), locale),
    kept: row.kept,
    ...(moved ? { movedDay: day, movedHour: start.slice(11) } : { movedDay: '', movedHour: '' }),
    fault,
    notes: [
      ...row.holidays.map(({ name, overseas }) => ({ look: overseas ? ('soft' as const) : ('warn' as const), text: name })),
      ...(moved
        ? [
            {
              look: 'soft' as const,
              text:
                day === on
                  ? m.series_hour_tag({}, { locale })
                  : m.series_moved_from({ date: formatDay(on, locale, { weekday: true, year: false }) }, { locale }),
            },
          ]
        : []),
      ...(row.twice ? [{ look: 'soft' as const, text: m.series_hour_twice({}, { locale }) }] : []),
      ...(row.past ? [{ look: 'soft' as const, text: m.series_date_past({}, { locale }) }] : []),
    ],
    clashes: row.clashes.map((clash) => clashInWords(clash, locale)),
  };
}

/** « Groupe-pays Argentine : Point trimestriel, mardi 19 janvier, 14 h 30 – 16 h » */
function clashInWords({ of, title, groupName, edtf, timeZone }: Clash, locale: Locale): string {
  const { date, time } = formatWhen(whenOf(edtf), { zone: timeZone, locale, year: false });
  const when = [date, time].filter(Boolean).join(', ');
  const words = { title: frenchSpaces(title), group: groupName, when };
  return of === 'meeting' ? m.series_clash_meeting(words, { locale }) : m.series_clash_outside(words, { locale });
}
