/** A day as it is written in a text. */
export interface WrittenDay {
  start: number;
  end: number;
  /** 1 (Monday) to 7, and where it is written; null: not told. */
  weekday: { number: number; start: number; end: number } | null;
  day: number;
  month: number;
  /** null: not written. */
  year: number | null;
  language: Language;
}

type Language = 'fr' | 'es' | 'pt' | 'en';

const WEEKDAYS: Record<Language, readonly string[]> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  es: ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'],
  pt: ['segunda-feira', 'terca-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sabado', 'domingo'],
  en: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
};
const MONTHS: Record<Language, readonly string[]> = {
  fr: ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  pt: ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
};
const SHORT_MONTHS = [
  'janv',
  'fevr',
  'fev',
  'avr',
  'juil',
  'sept',
  'oct',
  'nov',
  'dec',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
];
const SHORT_MONTH_NUMBERS = [1, 2, 2, 4, 7, 9, 10, 11, 12, 1, 2, 3, 4, 6, 7, 8, 9];

const named = new Map<string, { number: number; language: Language }>();
const weekdays = new Map<string, { number: number; language: Language }>();
for (const language of ['fr', 'es', 'pt', 'en'] as const) {
  for (const [index, name] of MONTHS[language].entries()) if (!named.has(name)) named.set(name, { number: index + 1, language });
  for (const [index, name] of WEEKDAYS[language].entries()) if (!weekdays.has(name)) weekdays.set(name, { number: index + 1, language });
}
for (const [index, name] of SHORT_MONTHS.entries())
  if (!named.has(name)) named.set(name, { number: SHORT_MONTH_NUMBERS[index] ?? 0, language: index < 9 ? 'fr' : 'en' });

const words = (map: ReadonlyMap<string, unknown>) =>
  [...map.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/e/g, '[eéèê]').replace(/a/g, '[aáâ]').replace(/c/g, '[cç]').replace(/u/g, '[uû]'))
    .join('|');
const GAP = String.raw`[ \t\u00A0\u202F]{0,3}`;
// every repetition is bounded and no two can match the same characters: the time stays linear in the text
const WEEKDAY = String.raw`(?:(?<weekday>${words(weekdays)})\.?,?${GAP}(?:le |el |the )?${GAP})?`;
const NUMBER = String.raw`(?<day>\d{1,2})(?:er|º|°|st|nd|rd|th)?`;
const MONTH = String.raw`(?<month>${words(named)})(?![\p{L}])\.?`;
const YEAR = String.raw`(?:,?${GAP}(?:de |del )?${GAP}(?<year>(?:19|20|21)\d\d)(?!\d)|(?<short>\d\d)(?![\d\p{L}]|${GAP}[h:]))?`;
const DAY_MONTH = new RegExp(`(?<![\\p{L}\\d])${WEEKDAY}${NUMBER}${GAP}(?:de |of )?${MONTH}${YEAR}`, 'giu');
const MONTH_DAY = new RegExp(
  String.raw`(?<![\p{L}\d])${WEEKDAY}(?<month>${MONTHS.en.join('|')})${GAP}(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?${GAP}(?<year>(?:19|20|21)\d\d)(?!\d))?`,
  'giu',
);
const NUMERIC = new RegExp(
  String.raw`(?<![\p{L}\d/.-])${WEEKDAY}(?<day>\d{1,2})(?<mark>[/.])(?<month>\d{1,2})\k<mark>(?<year>(?:(?:19|20|21)\d)?\d\d?)(?![\d/])`,
  'giu',
);
/** « lundi 20 » of « les lundi 20 et mardi 21 juin ». */
const LONE = new RegExp(String.raw`(?<![\p{L}\d])(?<weekday>${words(weekdays)})${GAP}(?<day>\d{1,2})(?:er)?(?![\d\p{L}])`, 'giu');
const JOINED = /^[ \t\u00A0]{0,3}(?:et|ou|au|and|to|or|y|e|&|-|–|,)[ \t\u00A0]{0,3}(?:le |au |el |al )?[ \t\u00A0]{0,3}$/iu;

/** The days that a text names, in their order: French, Spanish, Portuguese and English, in words and in figures. */
export function findDays(text: string): WrittenDay[] {
  const days = [...read(text, DAY_MONTH), ...read(text, MONTH_DAY), ...read(text, NUMERIC)].sort((a, b) => a.start - b.start);
  const full = days.filter((day, index) => index === 0 || day.start >= (days[index - 1]?.end ?? 0));
  return [...full, ...shared(text, full)].sort((a, b) => a.start - b.start);
}

function read(text: string, pattern: RegExp): WrittenDay[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const { weekday, day = '', month = '', year, short } = found.groups ?? {};
    const number = /^\d+$/.test(month) ? Number(month) : (named.get(fold(month))?.number ?? 0);
    const known = weekday === undefined ? undefined : weekdays.get(fold(weekday));
    const language = known?.language ?? named.get(fold(month))?.language ?? 'fr';
    const start = found.index;
    return [
      {
        ...{ start, end: start + found[0].trimEnd().length, day: Number(day), month: number, language },
        year: yearOf(year ?? short),
        weekday: known && weekday !== undefined ? { number: known.number, start, end: start + weekday.length } : null,
      },
    ];
  });
}

/** Days whose month stands with the day after them. */
function shared(text: string, full: readonly WrittenDay[]): WrittenDay[] {
  const found: WrittenDay[] = [];
  let next = 0;
  for (const one of text.matchAll(LONE)) {
    const [start, end] = [one.index, one.index + one[0].length];
    while (next < full.length && (full[next]?.start ?? 0) < start) next++;
    const after = full[next];
    if (!after || after.start === start || after.start > end + 12 || !JOINED.test(text.slice(end, after.start))) continue;
    const { weekday = '', day = '' } = one.groups ?? {};
    const known = weekdays.get(fold(weekday));
    if (!known) continue;
    const { month, year } = after;
    found.push({
      ...{ start, end, day: Number(day), month, year, language: known.language },
      weekday: { number: known.number, start, end: start + weekday.length },
    });
  }
  return found;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text);
  return text.length === 2 ? (year < 70 ? 2000 + year : 1900 + year) : text.length === 4 ? year : null;
}

/** The weekday of a number (1: Monday), as written in a language, in the case of `like`. */
export function weekdayName(number: number, language: Language, like: string): string {
  const formatter = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday
  const name = formatter.format(Date.UTC(2024, 0, number, 12));
  if (like === like.toUpperCase()) return name.toUpperCase();
  const first = like.charAt(0);
  return first === first.toUpperCase() ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name.toLowerCase();
}

const LOCALES: Record<Language, string> = { fr: 'fr-FR', es: 'es-ES', pt: 'pt-BR', en: 'en-GB' };

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
