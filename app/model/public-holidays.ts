// Names of days are data of a language, like the patterns of dates (format-when.ts): pages, forms and mails ask for them.

type Locale = 'fr' | 'en';
type Names = Record<Locale, string>;

export interface PublicHoliday {
  /** ISO day. */
  day: string;
  /** « Lundi de Pâques »; « Abolition de l’esclavage (Martinique) » when it is one overseas only. */
  name: string;
  /** A holiday of one overseas territory only, where offices elsewhere are open. */
  overseas: boolean;
}

/** Days after Easter Sunday. */
const AROUND_EASTER: readonly [number, Names][] = [
  [1, { fr: 'Lundi de Pâques', en: 'Easter Monday' }],
  [39, { fr: 'Ascension', en: 'Ascension Day' }],
  [50, { fr: 'Lundi de Pentecôte', en: 'Whit Monday' }],
];

/** The eleven of the whole country are these and the three around Easter (code du travail, L. 3133-1). */
const FIXED: readonly [string, Names][] = [
  ['01-01', { fr: 'Jour de l’an', en: 'New Year’s Day' }],
  ['05-01', { fr: 'Fête du Travail', en: 'Labour Day' }],
  ['05-08', { fr: 'Victoire de 1945', en: 'Victory in Europe Day' }],
  ['07-14', { fr: 'Fête nationale', en: 'Bastille Day' }],
  ['08-15', { fr: 'Assomption', en: 'Assumption Day' }],
  ['11-01', { fr: 'Toussaint', en: 'All Saints’ Day' }],
  ['11-11', { fr: 'Armistice de 1918', en: 'Armistice Day' }],
  ['12-25', { fr: 'Noël', en: 'Christmas Day' }],
];

const ABOLITION: Names = { fr: 'Abolition de l’esclavage', en: 'Abolition of slavery' };
/** Overseas (code du travail, L. 3422-2; laws of New Caledonia and French Polynesia). */
const OVERSEAS: readonly [string, Names, Names][] = [
  ['04-27', ABOLITION, { fr: 'Mayotte', en: 'Mayotte' }],
  ['05-22', ABOLITION, { fr: 'Martinique', en: 'Martinique' }],
  ['05-27', ABOLITION, { fr: 'Guadeloupe', en: 'Guadeloupe' }],
  ['05-28', ABOLITION, { fr: 'Saint-Martin', en: 'Saint Martin' }],
  ['06-10', ABOLITION, { fr: 'Guyane', en: 'French Guiana' }],
  ['10-09', ABOLITION, { fr: 'Saint-Barthélemy', en: 'Saint Barthélemy' }],
  ['12-20', ABOLITION, { fr: 'La Réunion', en: 'Réunion' }],
  ['06-29', { fr: 'Fête de l’autonomie', en: 'Autonomy Day' }, { fr: 'Polynésie française', en: 'French Polynesia' }],
  ['09-24', { fr: 'Fête de la citoyenneté', en: 'Citizenship Day' }, { fr: 'Nouvelle-Calédonie', en: 'New Caledonia' }],
];

/** The public holidays of France in a year (Gregorian), in order; those of one overseas territory are named as such. */
export function publicHolidays(year: number, locale: Locale = 'fr'): PublicHoliday[] {
  const easter = easterSunday(year);
  const at = (monthDay: string) => `${String(year).padStart(4, '0')}-${monthDay}`;
  return [
    ...AROUND_EASTER.map(([days, name]) => ({ day: easter.add({ days }).toString(), name: name[locale], overseas: false })),
    ...FIXED.map(([monthDay, name]) => ({ day: at(monthDay), name: name[locale], overseas: false })),
    ...OVERSEAS.map(([monthDay, name, where]) => ({ day: at(monthDay), name: `${name[locale]} (${where[locale]})`, overseas: true })),
  ].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : Number(one.overseas) - Number(other.overseas)));
}

/** The holidays of one ISO day. */
export function holidaysOn(day: string, locale: Locale = 'fr'): PublicHoliday[] {
  return publicHolidays(Number(day.slice(0, 4)), locale).filter((holiday) => holiday.day === day);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm that Meeus gives in « Astronomical Algorithms », chapter 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const n = Math.floor((a + 11 * h + 22 * l) / 451);
  const march = h + l - 7 * n + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(march / 31), day: (march % 31) + 1 });
}
