import { nameKey } from '#app/model/text.ts';
import { CIVILITY } from './words.ts';

const CIVILITY_FIRST = new RegExp(String.raw`^${CIVILITY}\s+`, 'u');

/** Given and family names out of « Lise DOUMAT », « Mme Jeanne Corvel », « DOUMAT Lise »: capitals tell the family name, else the first word is the given one. */
export function personName(written: string): { givenName: string; familyName: string } {
  const words = written
    .replace(CIVILITY_FIRST, '')
    .replace(/\s*-\s+/g, '-')
    .split(/\s+/)
    .filter(Boolean);
  const capitals = words.filter(isCapitals);
  if (capitals.length > 0 && capitals.length < words.length) {
    return {
      givenName: words
        .filter((word) => !isCapitals(word))
        .map(titled)
        .join(' '),
      familyName: capitals.map(titled).join(' '),
    };
  }
  if (words.length === 1) return { givenName: '', familyName: titled(words[0] ?? '') };
  const [first = '', ...rest] = words;
  return { givenName: titled(first), familyName: rest.map(titled).join(' ') };
}

export function withoutCivility(written: string): { name: string; civility: boolean } {
  const name = written.replace(CIVILITY_FIRST, '');
  return { name, civility: name !== written };
}

/** Under which the same name is found again, whatever the order of its words. */
export function nameWords(name: string): string {
  return nameKey(name).split(' ').sort().join(' ');
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && /\p{Lu}{2}/u.test(word);
}

/** 'LE GUILLER' as 'Le Guiller': names that were shouted in a table are not shouted elsewhere. */
function titled(word: string): string {
  if (!isCapitals(word)) return word;
  return word.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
