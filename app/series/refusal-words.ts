import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import type { DatesRefused } from '#server/series/check-dates.ts';

/** Why nothing was made, and what to do about it. */
export function refusalInWords(refused: DatesRefused | { ok: false; reason: 'meetings_changed' }): string {
  const day = (on: string) => formatDay(on, getLocale(), { weekday: true });
  switch (refused.reason) {
    case 'no_date':
      return m.series_no_date();
    case 'none_kept':
      return m.series_none_kept();
    case 'too_many':
      return m.series_too_many({ count: refused.count });
    case 'missing_hour':
      return m.series_missing_hour({ date: day(refused.on) });
    case 'twice':
      return m.series_same_moment({ date: day(refused.on) });
    case 'dates_changed':
      return m.series_dates_changed();
    case 'meetings_changed':
      return m.series_meetings_changed();
    case 'count_changed':
      return m.series_count_changed({ count: refused.count });
  }
}
