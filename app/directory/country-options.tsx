import { getLocale } from '#app/locale.ts';
import { countryName, NETWORK_COUNTRIES } from '#app/model/countries.ts';

/** The options of a choice of country, by name in the reader's language; `own` is there even if the network does not work in it. */
export function CountryOptions({ own }: { own: string }) {
  const locale = getLocale();
  const codes = [...new Set<string>([...NETWORK_COUNTRIES, own])].filter((code) => code !== '');
  const named = codes.map((code) => ({ code, name: countryName(code, locale) }));
  return named
    .sort((a, b) => a.name.localeCompare(b.name, locale))
    .map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
}
