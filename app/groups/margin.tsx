import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime, formatWhen } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';

/** A meeting's date in the margin of a ledger: « 20 juin » over « 16 h 30 », « 19 oct. » over « 2021 », « sept. » over « 2022 ». */
export function Margin({ edtf, timeZone, year }: { edtf: string; timeZone: string; year: string }) {
  const when = whenOf(edtf);
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
      <span className="vh">{formatWhen(when, { zone: timeZone, locale: getLocale() }).full}</span>
    </>
  );
}
