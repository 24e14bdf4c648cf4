import { getLocale } from '#app/locale.ts';
import { formatTime, localTime } from '#app/model/format-when.ts';

const DAY = { day: 'numeric', month: 'short' } as const;

/** An instant as it fits in the margin of a ledger: the hour, and under it the day. */
export function MarginTime({ iso, zone }: { iso: string; zone: string }) {
  const day = new Intl.DateTimeFormat(getLocale(), { ...DAY, timeZone: zone }).format(Temporal.Instant.from(iso).epochMilliseconds);
  return (
    <time dateTime={iso}>
      <b>{formatTime(localTime(iso, zone).slice(11), getLocale())}</b>
      {day}
    </time>
  );
}
