import { getLocale, type Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { type Region, regionsOf } from '#app/model/regions.ts';
import type { IconName } from '#app/ui/icon-names.ts';

/** 'Amérique latine et Caraïbes', in the language of the page. */
export function regionName(region: Region): string {
  switch (region) {
    case 'africa':
      return m.programme_region_africa();
    case 'latin_america':
      return m.programme_region_latin_america();
    case 'asia':
      return m.programme_region_asia();
    case 'mediterranean':
      return m.programme_region_mediterranean();
    case 'overseas':
      return m.programme_region_overseas();
    case 'europe':
      return m.programme_region_europe();
    case 'north_america':
      return m.programme_region_north_america();
    case 'oceania':
      return m.programme_region_oceania();
  }
}

interface About {
  themes: readonly string[];
  countries: readonly string[];
}

/** Where in the world it is about, or else what: at most two of either, « Outre-mer, Afrique » or « climat, énergie ». */
export function subjectOf({ countries, themes }: About): string {
  const regions = regionsOf(countries);
  return (regions.length > 0 && regions.length <= 2 ? regions.map(regionName) : themes.slice(0, 2)).join(', ');
}

/** The hemisphere, or the sea, of what it is about. */
export function iconOf({ countries }: About): IconName {
  const [region] = regionsOf(countries);
  if (!region) return 'users-three';
  if (region === 'overseas') return 'waves';
  return region === 'latin_america' || region === 'north_america' ? 'globe-hemisphere-west' : 'globe-hemisphere-east';
}

// made once a language: making one costs more than a hundred uses
const LANGUAGE_NAMES: Record<Locale, Intl.DisplayNames> = {
  fr: new Intl.DisplayNames(['fr'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
};

/** The name of a language (ISO 639-1): 'espagnol'. */
export function languageName(code: string): string {
  return LANGUAGE_NAMES[getLocale()].of(code) ?? code;
}

/** « français, espagnol »; '' when nothing is said of it. */
export function languagesOf(languages: readonly string[]): string {
  return languages.map(languageName).join(', ');
}
