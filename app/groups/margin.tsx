import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime, formatWhen } from '#app/model/format-when.ts';
import { placeOnDays } from '#app/model/place-on-days.ts';
import { whenOf } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';

/**
 * A meeting's date in the margin of a ledger: « 20 juin » over « 16 h 30 », « 19 oct. » over « 2021 », « sept. » over « 2022 ». On
 * the meeting's own clock, or on that of `clock` (IANA name) where meetings of several zones stand together.
 */
export function Margin({ edtf, timeZone, year, clock = timeZone }: { edtf: string; timeZone: string; year: string; clock?: string }) {
  const own = whenOf(edtf);
  const hours = placeOnDays(own, timeZone, clock)?.hours;
  const when = own.kind === 'time' && hours ? { ...own, ...hours } : own;
  const margin = whenInMargin(when, getLocale(), year);
  const [month, otherYear] = margin?.small.split(' ') ?? [];
  const day = margin !== null && /^\d+(er)?(–\d+)?$/.test(margin.big) && month !== undefined;
  const hour = when.kind === 'time' ? formatTime(when.start.slice(11), getLocale()) : '';
  return (
    <>
      <span aria-hidden="true">
        <b>{day ? `${margin.big}\u00A0${month}` : (margin?.big ?? m.groups_no_date())}</b>
        {day ? (otherYear ?? hour) : margin?.small}
      </span>
      <span className="vh">{formatWhen(when, { zone: clock, locale: getLocale() }).full}</span>
    </>
  );
}
