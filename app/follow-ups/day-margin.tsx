import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { shortMonth } from '#app/model/when-in-margin.ts';

const NEAR_DAYS = 6;

/** A due day in the margin of a ledger: « En retard » over « 10 juin », « Aujourd’hui », « 15 juin » over « demain » or « vendredi ». */
export function DayMargin({
  day,
  today,
  plain = false,
}: {
  day: string | null;
  today: string /** Closed: never late. */;
  plain?: boolean;
}) {
  if (day === null) return <b>{m.follow_ups_no_date()}</b>;
  const locale = getLocale();
  const short = shortDay(day, locale);
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : day.slice(0, 4);
  if (plain)
    return (
      <>
        <b>
          <time dateTime={day}>{short}</time>
        </b>
        {year}
      </>
    );
  if (day < today)
    return (
      <>
        <b>{m.follow_ups_late()}</b>
        <time dateTime={day}>{year ? `${short} ${year}` : short}</time>
      </>
    );
  if (day === today)
    return (
      <b>
        <time dateTime={day}>{m.follow_ups_today()}</time>
      </b>
    );
  return (
    <>
      <b>
        <time dateTime={day}>{short}</time>
      </b>
      {year || nearness(day, today)}
    </>
  );
}

/** 'demain', then the weekday within the week; '' for what is farther away. Pages write it on the server: no Temporal needed. */
function nearness(day: string, today: string): string {
  const days = Math.round((Date.parse(`${day}T12:00Z`) - Date.parse(`${today}T12:00Z`)) / 86_400_000);
  if (days === 1) return new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(1, 'day');
  if (days > NEAR_DAYS) return '';
  return new Intl.DateTimeFormat(getLocale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00Z`));
}

/** « 27 nov. », « 1er déc. »: the margin of a phone is narrow. */
function shortDay(day: string, locale: 'fr' | 'en'): string {
  const [number = ''] = formatDay(day, locale, { year: false }).split('\u00A0');
  return `${number}\u00A0${shortMonth(day, locale)}`;
}
