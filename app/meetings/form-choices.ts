import type { Locale } from '#app/locale.ts';
import { countryName, NETWORK_COUNTRIES } from '#app/model/countries.ts';
import { cityOf, NETWORK_ZONES } from '#app/model/time-zones.ts';

/** What the lists of the meeting's form offer. */
export interface FormChoices {
  themes: string[];
  countries: { code: string; name: string }[];
  /** Zones of the network by city, then every other zone by its identifier. */
  zones: { zone: string; city: string }[];
  otherZones: string[];
  /** Months '01' to '12' by name. */
  months: { value: string; name: string }[];
}

export function formChoices(themes: string[], locale: Locale): FormChoices {
  const network = new Set<string>(NETWORK_ZONES);
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return {
    themes,
    countries: NETWORK_COUNTRIES.map((code) => ({ code, name: countryName(code, locale) })),
    zones: NETWORK_ZONES.map((zone) => ({ zone, city: cityOf(zone, locale) })),
    otherZones: Intl.supportedValuesOf('timeZone').filter((zone) => !network.has(zone)),
    months: Array.from({ length: 12 }, (_, index) => ({
      value: String(index + 1).padStart(2, '0'),
      name: monthName.format(Date.UTC(2022, index, 15)),
    })),
  };
}
