import { cleanLine } from './text.ts';

// What word processors leave in a cell: no-break and thin spaces, soft hyphens, zero-width marks, no-break hyphens.
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const MARKS = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** A cell as one line: odd spaces made plain, and a word that was cut at the end of a line (« Anne-⏎Claire ») joined again. */
export function cleanCell(cell: string): string {
  return cleanLine(cell.replace(SPACES, ' ').replace(MARKS, '').replaceAll('\u2011', '-')).replace(/(\p{L})- (\p{Lu})/gu, '$1-$2');
}

/** A name: as cleanCell, and one that is all capitals becomes a written one (« DE LA CRUZ » → « de la Cruz »). */
export function cleanName(cell: string): string {
  const name = cleanCell(cell).replace(/(\p{L}) ?- ?(\p{L})/gu, '$1-$2');
  const shouted = name.length > 2 && name === name.toUpperCase() && name !== name.toLowerCase();
  return shouted ? lowerParticles(name.toLowerCase().replace(/\p{L}+/gu, capitalised)) : name;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

// « Le » and « La » alone stay (Le Goff, La Rochelle): they begin Breton and French names.
function lowerParticles(name: string): string {
  return name
    .replace(/(?<=^|\s)D(?=['’])/gu, 'd')
    .replace(/(?<=^|\s)(De|Du|Des|Da|Do|Dos|Das|Di|Del|Von|Van|Y|E)(?=\s)/gu, (particle) => particle.toLowerCase())
    .replace(/(?<=(?:^|\s)de )(La|Las|Los|L)(?=\s|['’])/gu, (article) => article.toLowerCase());
}
