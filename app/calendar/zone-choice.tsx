import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { cityOf, clockOf, NETWORK_ZONES } from '#app/model/time-zones.ts';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { type CalendarPlace, calendarAddress } from './calendar-place.ts';

interface ZoneChoiceProps {
  place: CalendarPlace;
  /** The clock of the page, and the reader's own; IANA names. */
  zone: string;
  ownZone: string;
  /** Theirs is that of their account. */
  signedIn: boolean;
}

/** On which clock all hours are, and another to choose: kept on this device, or in the address alone where an account has its own. */
export function ZoneChoice({ place, zone, ownZone, signedIn }: ZoneChoiceProps) {
  const locale = getLocale();
  const zones = [...new Set([zone, ownZone, ...NETWORK_ZONES])].sort((a, b) => cityOf(a, locale).localeCompare(cityOf(b, locale), locale));
  return (
    <div className="cal-zone">
      <p>
        {m.calendar_zone_is({ clock: clockOf(zone, locale) })}
        {place.zone && zone !== ownZone ? (
          <>
            {' '}
            <A className="no-print" to={calendarAddress({ ...place, zone: undefined })}>
              {m.calendar_zone_back({ clock: clockOf(ownZone, locale) })}
            </A>
          </>
        ) : null}
      </p>
      <details className="no-print">
        <summary>{m.calendar_zone_change()}</summary>
        <form method="post">
          <input type="hidden" name="to" value={calendarAddress({ ...place, zone: undefined })} />
          <Field
            as="select"
            name="zone"
            label={m.calendar_zone_label()}
            defaultValue={zone}
            hint={signedIn ? m.calendar_zone_account() : m.calendar_zone_kept()}
          >
            {zones.map((each) => (
              <option key={each} value={each}>
                {cityOf(each, locale)}
              </option>
            ))}
          </Field>
          <SubmitButton look="line">{m.calendar_zone_apply()}</SubmitButton>
        </form>
      </details>
    </div>
  );
}
