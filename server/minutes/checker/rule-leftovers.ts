import type { Problem } from '#app/model/checker.ts';
import type { Passage } from './passages.ts';
import type { Remark } from './report.ts';
import { firstMatches } from './words.ts';

// Bounded repetitions only: a text of one hundred thousand brackets is read once.
const LEFT: readonly (readonly [Problem, RegExp])[] = [
  [
    'to_complete',
    /[[(«][^\S\n]?(?:à |a |en attente|informations? à |noms? à )(?:compléter|venir|confirmer|préciser|vérifier|définir|renseigner)[^\])»]{0,40}[\])»]/giu,
  ],
  [
    'to_complete',
    /[[(*]{1,3}(?:participation|date|lieu|horaires?|informations?|nom|chiffres?) à (?:confirmer|préciser|venir|compléter|vérifier)[*\])]{1,3}/giu,
  ],
  ['to_complete', /(?<![\p{L}])(?:to be completed|TBC|TBD|TO-?DO|por completar|a completar)(?![\p{L}])/gu],
  ['placeholder', /\?{3,20}/g],
  ['placeholder', /(?<![\p{L}\p{N}])(?:X{3,20}|x{4,20})(?![\p{L}\p{N}])/gu],
  ['placeholder', /(?<![\p{L}])lorem ipsum(?![\p{L}])/giu],
  ['placeholder', /_{4,80}|\.{6,80}/g],
  ['placeholder', /\[(?:nom|prénom|date|lieu|titre|fonction|organisme|heure|name)\]/giu],
  ['to_complete', /\(\s?(?:\.{3}|…)\s?\)/gu],
  ['markup', /<\/?(?:b|i|u|em|strong|span|br|p|div|sup)\s?\/?>/giu],
  ['markup', /\*\*(?=\S)[^*\n]{1,200}\*\*/gu],
  ['markup', /\^\{[^}\n]{1,12}\}/gu],
  // the bullets of Word's symbol fonts come out of a PDF as letters
  ['markup', /^[nqüØ§o•▣] (?=\p{Lu})/gu],
];

/** What was left to be filled in, and marks of another program that came along. */
export function checkLeftovers(passages: readonly Passage[]): Remark[] {
  return passages.flatMap((passage) => {
    if (passage.role === 'speaker') return [];
    const remarks = LEFT.flatMap(([problem, pattern]) =>
      firstMatches(passage.text, pattern).map((found): Remark => {
        const [start, end] = [found.index, found.index + found[0].length];
        return { problem, passage, start, end, ...(problem === 'markup' ? { replacement: withoutMarkup(found[0]) } : {}) };
      }),
    );
    return remarks.filter((one, at) => !remarks.some((other, index) => index < at && other.start <= one.start && one.end <= other.end));
  });
}

function withoutMarkup(text: string): string {
  if (text.startsWith('**')) return text.slice(2, -2);
  if (text.startsWith('^{')) return text.slice(2, -1);
  return '';
}
