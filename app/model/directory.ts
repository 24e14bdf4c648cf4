import { nameKey } from './text.ts';

/** Kinds of organisation; « région », « département »… are the French tiers, abroad the nearest tier is meant. */
export const ORGANISATION_KINDS = [
  'commune',
  'intercommunality',
  'department',
  'region',
  'state',
  'embassy',
  'agency',
  'university',
  'network',
  'association',
  'company',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Longest values that the tables hold, in characters (db/migrations). */
export const DIRECTORY_LIMITS = { personName: 100, function: 200, organisation: 200, email: 254 } as const;

// The first that matches decides, so the order tells « Université de la Région » from « Région ». Matched against nameKey.
const KIND_WORDS: readonly (readonly [OrganisationKind, RegExp])[] = [
  ['embassy', /^(ambassade|consulat|embajada|embaixada|consulado|embassy|consulate)\b/],
  [
    'university',
    /\b(universi(te|dade?|ty)|ecole (normale|superieure|polytechnique|des hautes etudes)|sciences po|iheal|institut des ameriques)\b/,
  ],
  [
    'network',
    /^(cites unies|cuf$|arf$|amf$|adf$|cglu|uclg|afccre|mercociudades|flacma|platforma|climate chance|france urbaine|villes de france|(regions|departements|intercommunalites) de france|reseau|red de|rede de|federation|federacion|union des|conference des|association (nationale |francaise )?(des|of) (maires|elus|regions|departements|villes|communes|communautes|petites villes))\b/,
  ],
  ['association', /^(association|asociacion|associacao|fondation|fundacion|fundacao|comite|ong|ligue|secours|collectif)\b/],
  [
    'state',
    /^(ministere|min|ministerio|ministry|prefecture|secretariat d etat|gouvernement|senat|assemblee nationale|etat|daect)\b|\bministere\b/,
  ],
  ['agency', /^(agence|agencia|agency|afd|ademe|expertise france|institut de recherche|ird|cirad|inrae|office)\b/],
  ['commune', /^(ville|commune|mairie|municipalite|municipio|municipalidad|ayuntamiento|alcaldia|prefeitura|intendencia|city|town)\b/],
  [
    'intercommunality',
    /\b(communaute (urbaine|d agglomeration|de communes)|(euro)?metropole|agglomeration|intercommunal(ite)?|syndicat mixte|pole metropolitain|etablissement public territorial|mancomunidad)\b|^grand(e)? (?!est\b|bourg\b|couronne\b)|^cap nord\b/,
  ],
  ['department', /\b(departement|conseil (general|departemental))\b|^collectivite europeenne\b/],
  ['region', /^(region|province|provincia|estado|gobierno|governo|collectivite)\b|\bconseil regional\b/],
  ['company', /^(societe|entreprise|sarl|scop|edf|suez|veolia)\b|\b(sas|sarl|scop|gmbh|ltda|inc)$/],
];

/** Kind of an organisation as its name suggests it ('Ville de Chartres' → 'commune'); 'other' when it says nothing. People may correct it. */
export function guessOrganisationKind(name: string): OrganisationKind {
  const key = nameKey(name);
  return KIND_WORDS.find(([, words]) => words.test(key))?.[0] ?? 'other';
}

/** Key of an organisation: « Conseil régional d’Occitanie » however it is accented; its own characters when it has no letter at all. */
export function organisationKey(name: string): string {
  return nameKey(name) || name.toLowerCase();
}

/** Key of a person, under which somebody written twice is found. */
export function personKey(givenName: string, familyName: string): string {
  return nameKey(`${givenName} ${familyName}`) || `${givenName} ${familyName}`.trim().toLowerCase();
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/u;

/** An e-mail address as it is stored: lower case, out of « Nom <adresse> » or 'mailto:'; null when it is not one address. */
export function parseEmail(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^.*<([^<>]*)>$/u, '$1')
    .replace(/^mailto:/i, '')
    .toLowerCase()
    .normalize('NFC');
  return ADDRESS.test(bare) && !/[\p{Cc}\p{Cf}]/u.test(bare) && bare.length <= DIRECTORY_LIMITS.email ? bare : null;
}
