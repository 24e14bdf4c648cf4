import { getLocale } from '#app/locale.ts';
import { formatDay, formatInstant } from '#app/model/format-when.ts';

interface TimeProps {
  /** ISO 8601: a day ('2020-11-30') or an instant ('2020-11-30T14:00:00Z'). */
  iso: string;
  /** IANA name of the zone in which an instant is shown. */
  zone?: string;
  weekday?: boolean;
}

/** A date, machine-readable too: « 30 novembre 2020 »; an instant comes with its hour. A meeting's own date is `formatWhen`'s. */
export function Time({ iso, zone = 'Europe/Paris', weekday = false }: TimeProps) {
  return <time dateTime={iso}>{iso.includes('T') ? instant(iso, zone) : formatDay(iso, getLocale(), { weekday })}</time>;
}

function instant(iso: string, zone: string): string {
  const { date, time } = formatInstant(iso, zone, getLocale());
  return `${date}, ${time}`;
}
