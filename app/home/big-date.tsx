import { getLocale } from '#app/locale.ts';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { When } from '#app/model/when.ts';
import { daysOf } from '#app/model/when-in-margin.ts';

/** A day as a poster shows it: the number, and under it the weekday, the month and the year. */
export function BigDate({ when }: { when: When }) {
  const locale = getLocale();
  const days = daysOf(when);
  if (!days) return null;
  const sameMonth = days.from.slice(0, 7) === days.to.slice(0, 7);
  const number =
    days.from === days.to || !sameMonth ? Number(days.from.slice(8)) : `${Number(days.from.slice(8))}–${Number(days.to.slice(8))}`;
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${days.from}T12:00Z`));
  return (
    <p className={days.from === days.to ? 'bigdate' : 'bigdate bigdate--span'}>
      <span className="vh">{sentenceCase(formatWhen(when, { zone: 'UTC', locale }).date)}</span>
      <span className="bigdate__n" aria-hidden="true">
        {number}
      </span>
      <span className="bigdate__d" aria-hidden="true">
        <span>{part({ weekday: 'long' })}</span>
        <span>{part({ month: 'long', year: 'numeric' })}</span>
      </span>
    </p>
  );
}
