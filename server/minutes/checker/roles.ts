import { nameKey } from '#app/model/text.ts';
import { isWithin } from './edit-distance.ts';

/** What one function is of what: « maire » of « dijon ». */
export interface Role {
  head: string;
  of: readonly string[];
}

// Feminine forms lead to the masculine, and words that say the same to one of them.
const HEADS = new Map(
  Object.entries({
    maire: 'maire',
    'adjoint adjointe': 'adjoint',
    'president presidente': 'president',
    'vice-president': 'vice-president',
    'conseiller conseillere': 'conseiller',
    'directeur directrice': 'directeur',
    'charge chargee': 'charge',
    responsable: 'responsable',
    'chef cheffe': 'chef',
    'delegue deleguee': 'delegue',
    secretaire: 'secretaire',
    'tresorier tresoriere': 'tresorier',
    'ambassadeur ambassadrice': 'ambassadeur',
    'coordinateur coordinatrice coordonnateur coordonnatrice': 'coordinateur',
    'depute deputee': 'depute',
    'senateur senatrice': 'senateur',
    ministre: 'ministre',
    'professeur professeure': 'professeur',
    'chercheur chercheuse chercheure': 'chercheur',
    'ingenieur ingenieure': 'ingenieur',
    'assistant assistante': 'assistant',
    'attache attachee': 'attache',
    'consul consule': 'consul',
    'expert experte': 'expert',
    analyste: 'analyste',
    'fondateur fondatrice cofondateur cofondatrice': 'fondateur',
    'etudiant etudiante etudiants etudiantes': 'etudiant',
    'agent agente': 'agent',
    'representant representante': 'representant',
    'referent referente': 'referent',
    membre: 'membre',
    'prefet prefete': 'prefet',
    'alcalde alcaldesa prefeito': 'maire',
    'director directora': 'directeur',
  }).flatMap(([forms, head]) => forms.split(' ').map((form) => [form, head] as const)),
);
/** Anybody may be said to be one of these, whatever their function. */
const GENERIC = new Set(['representant', 'membre', 'agent', 'referent', 'expert', 'delegue']);
const LINKS = new Set(
  'de du des d la le les l a au aux en et pour sur par avec the of sein ville commune municipal municipale general generale adjoint honoraire'.split(
    ' ',
  ),
);

/** Whether a word by itself is a function: « Conseiller ». */
export function isRole(word: string): boolean {
  return HEADS.has(nameKey(word));
}

/** A function that is misspelt at the start of a description, as it should be written, without accents; null: it is not. */
export function misspeltRole(description: string): string | null {
  const first = nameKey(description.slice(0, 40)).split(' ')[0] ?? '';
  return misspeltHead(first)?.form ?? null;
}

/** Whether a text begins, within its first words, with a function: « 4e adjointe au maire », « ancien ministre ». */
export function beginsWithRole(text: string): boolean {
  return nameKey(text.slice(0, 60))
    .split(' ')
    .slice(0, 3)
    .some((word) => headOf(word) !== undefined);
}

/** The functions that a description names, each with the words that it is said of. */
export function rolesIn(description: string): Role[] {
  const words = nameKey(description).split(' ').filter(Boolean).slice(0, 60);
  const roles: { head: string; of: string[] }[] = [];
  for (const [index, word] of words.entries()) {
    const head = headOf(word);
    const before = words[index - 1] ?? '';
    // « adjoint au maire » is no mayor, « conseiller délégué » one councillor
    const inside = (head === 'maire' && roles.at(-1)?.head === 'adjoint') || (head === 'delegue' && roles.at(-1) !== undefined);
    if (head && !inside) roles.push({ head: before === 'vice' ? `vice-${head}` : head, of: [] });
    else if (!LINKS.has(word) && word !== 'vice') roles.at(-1)?.of.push(word);
  }
  return roles;
}

/** Whether two descriptions of one person cannot both be complete: each names a function that the other does not know. */
export function rolesDiffer(one: string, other: string): boolean {
  const [a, b] = [rolesIn(one), rolesIn(other)];
  if (a.length === 0 || b.length === 0) return false;
  return lacks(a, b) && lacks(b, a);
}

function lacks(roles: readonly Role[], others: readonly Role[]): boolean {
  return roles.some((role) => !GENERIC.has(role.head) && !others.some((other) => agree(role, other)));
}

function agree(one: Role, other: Role): boolean {
  if (one.head !== other.head) return false;
  if (one.of.length === 0 || other.of.length === 0) return true;
  return one.of.some((word) => other.of.includes(word)) || initials(one.of, other.of) || initials(other.of, one.of);
}

/** « cuf » and « cités unies france ». */
function initials(short: readonly string[], long: readonly string[]): boolean {
  const all = long.map((word) => word.charAt(0)).join('');
  return short.some((word) => word.length >= 2 && word.length <= 8 && all.includes(word));
}

function headOf(word: string): string | undefined {
  const head = HEADS.get(word);
  return head ?? misspeltHead(word)?.head;
}

function misspeltHead(word: string): { form: string; head: string } | undefined {
  if (word.length < 7 || word.length > 16 || word.endsWith('s') || HEADS.has(word)) return undefined;
  // « directrcie », slips of the keyboard in words that are long enough to be sure
  for (const [form, head] of HEADS) if (form.length >= 7 && isWithin(1, word, form)) return { form, head };
  return undefined;
}
