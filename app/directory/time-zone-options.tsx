import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { cityOf, NETWORK_ZONES } from '#app/model/time-zones.ts';

/** The options of a choice of time zone: the network's by city first, then all the others; `own` is there whatever it is called. */
export function TimeZoneOptions({ own }: { own: string }) {
  const listed = new Set<string>(NETWORK_ZONES);
  const others = [...new Set([...Intl.supportedValuesOf('timeZone'), own])].filter((zone) => zone !== '' && !listed.has(zone)).sort();
  return (
    <>
      <optgroup label={m.directory_zones_network()}>
        {NETWORK_ZONES.map((zone) => (
          <option key={zone} value={zone}>
            {cityOf(zone, getLocale())}
          </option>
        ))}
      </optgroup>
      <optgroup label={m.directory_zones_others()}>
        {others.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </optgroup>
    </>
  );
}
