import { guessOrganisationKind } from '#app/model/directory.ts';
import { FUNCTION } from './words.ts';

// Words that a function goes on with, though they may have a capital: « Responsable du Service Relations internationales »
const STILL_FUNCTION =
  /^(?:service|direction|pôle|mission|bureau|relations?|cabinet|partenariats?|coopérations?|maires?|affaires|présidente?|département (?:des|de la|du)|comité de pilotage|région(?:al|ale)|jumelages?|droits?|politiques?|projets?|développement)\b/iu;
const LINK = /\s(?:(?:à|de|du|des|au|aux|pour|chez)\s|d[’'])(?:la |les |l[’'])?/giu;

/** Function and organisation out of « Conseillère municipale à la ville de Bordeaux », « Directrice générale de CUF », « Grand Poitiers ». */
export function placeOfWork(written: string): { function: string; organisation: string } {
  const text = written
    .replace(/\s+/g, ' ')
    .replace(/[\s;,.:]+$/u, '')
    .trim();
  if (!FUNCTION.test(text) && isOrganisation(text)) return { function: '', organisation: text };
  if (/^(?:ambassad|consul)/iu.test(text)) return { function: text, organisation: '' };
  const within = /^(.{3,}?)\s*\(([^()]{2,100})\)$/u.exec(text);
  if (within?.[2] && /^\p{Lu}/u.test(within[2])) return { function: within[1] ?? '', organisation: within[2] };
  const [role = '', ...behind] = text.split(/, /);
  const last = behind.at(-1) ?? '';
  if (last !== '' && /^\p{Lu}/u.test(last) && !FUNCTION.test(last) && last.split(' ').length <= 10)
    return { function: [role, ...behind.slice(0, -1)].join(', '), organisation: last };
  for (const found of text.matchAll(LINK)) {
    const rest = text.slice(found.index + found[0].length);
    if (!/^\p{L}/u.test(rest) || STILL_FUNCTION.test(rest) || !(isOrganisation(rest) || /^\p{Lu}/u.test(rest))) continue;
    const [organisation = '', ...more] = rest.split(/, | et (?=présid|vice|membre|délégu)/iu);
    // what comes behind a comma says more of the function, and the whole is it
    const whole = more.length > 0 ? text : text.slice(0, found.index);
    return { function: whole.trim(), organisation: capital(organisation.replace(/\s*\([^)]*$/u, '').trim()) };
  }
  const bare = !FUNCTION.test(text) && /^\p{Lu}/u.test(text) && text.split(' ').length <= 4;
  return bare ? { function: '', organisation: text } : { function: text, organisation: '' };
}

function isOrganisation(text: string): boolean {
  return guessOrganisationKind(text) !== 'other';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
