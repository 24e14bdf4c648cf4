import { GIVEN_NAMES } from './given-names.ts';
import type { Passage } from './passages.ts';
import { beginsWithRole, isRole } from './roles.ts';
import { tokensOf, type Word, wordsOf } from './words.ts';

/** Somebody who is named in a text, or what may be a name. */
export interface Mention {
  passage: Passage;
  start: number;
  end: number;
  text: string;
  /** Without accents and case. */
  tokens: readonly string[];
  key: string;
  /** « M. », « Mme », « Dr » before it: whom it says the person is, and where it stands. */
  title: { gender: 'm' | 'f' | null; start: number; end: number } | null;
  /** Something but the capitals says that it is a person: a title, a function, a usual given name. */
  sure: boolean;
  /** What follows the name: « , maire de … », « (…) »; '' when nothing does. */
  description: string;
  /** Where the description ends; the end of the name when there is none. */
  after: number;
}

const TITLES = new Map<string, 'm' | 'f' | null>([
  ...(['m', 'mr', 'monsieur', 'mm', 'messieurs', 'sr', 'senor'] as const).map((title) => [title, 'm'] as const),
  ...(['mme', 'mmes', 'mlle', 'madame', 'mesdames', 'mademoiselle', 'sra', 'senora', 'mrs', 'ms'] as const).map(
    (title) => [title, 'f'] as const,
  ),
  ...(['dr', 'pr', 'dra', 'docteur'] as const).map((title) => [title, null] as const),
]);
const PARTICLES = new Set([
  'de',
  'du',
  'des',
  'd’',
  "d'",
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'da',
  'do',
  'dos',
  'di',
  'del',
  'della',
  'el',
  'al',
  'ben',
  'bin',
  'dit',
  'y',
  'e',
]);
/** Words that are written with a capital at the start of a sentence, or before a name that is no person's. */
const NO_NAMES = new Set(
  `le la les l un une des du de d au aux a et ou mais donc or ni car il elle ils elles on nous vous je tu ce cet cette ces son sa ses leur leurs
   pour par avec sans sur sous dans en entre vers chez selon enfin ainsi aussi alors puis ensuite cependant neanmoins toutefois lors depuis
   apres avant pendant malgre comme si quand que qui quoi dont plus moins tres tout tous toute toutes monsieur madame merci bonjour
   lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
   ville villes region regions departement conseil conseils commune communes agence ministere union groupe reunion commission direction reseau loi
   programme plan fonds forum projet agenda comite federation association institut universite ambassade metropole communaute pays centre
   maison parc rue avenue place boulevard quai annexe point article objectif objectifs action actions decision president presidente directeur
   directrice maire adjoint adjointe chef cheffe secretaire delegue deleguee responsable charge chargee saint sainte animation interventions
   intervention participants resume synthese conclusion presentation cap grand grande general the and journee semaine rencontre rencontres assises
   sommet cour etat etats nations europe france afrique amerique asie feuille partenaires liste contacts ordre jour compte rendu seance`
    .split(/\s+/)
    .filter(Boolean),
);
const MOST_WORDS = 6;
const JOINTS = /^(?:[ \u00A0\u202F]|[-‑‐] | [-‑‐])$/;

/** Everybody whom a passage may name, in the order of the text. `given`: given names that are known besides the usual ones. */
export function mentionsIn(passage: Passage, given: ReadonlySet<string>): Mention[] {
  const words = wordsOf(passage.text);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at++) {
    const title = titleAt(words, at, passage.text);
    const first = title ? at + title.words : at;
    const run = runFrom(words, first, given);
    if (run.length === 0) continue;
    if (title || run.length > 1) mentions.push(mentionOf(passage, run, { title: title?.title ?? null, given, before: words[first - 1] }));
    at = first + run.length - 1;
  }
  return mentions;
}

function titleAt(words: readonly Word[], at: number, text: string): { title: NonNullable<Mention['title']>; words: number } | null {
  const word = words[at];
  if (!word?.capital) return null;
  const bare = word.text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const gender = TITLES.get(bare);
  const next = words[at + 1];
  if (gender === undefined || !next || !/^\.?[ \u00A0\u202F]{0,2}\*{0,2}$/.test(next.gap)) return null;
  // « M » without a point is the title of nobody, save before a name
  if (bare.length === 1 && !next.gap.startsWith('.')) return null;
  const dot = text[word.end] === '.' ? 1 : 0;
  return { title: { gender, start: word.start, end: word.end + dot }, words: 1 };
}

/** The words of a name from one on: capitals, with particles between them. */
function runFrom(words: readonly Word[], from: number, given: ReadonlySet<string>): Word[] {
  const run: Word[] = [];
  let held: Word[] = [];
  for (let at = from; at < words.length && run.length + held.length < MOST_WORDS + 2; at++) {
    const word = words[at];
    if (!word) break;
    const initial =
      (words[at - 1]?.text.length === 1 && /^\. ?$/.test(word.gap)) || JOINTS.test(word.gap) || /^(?:[ \u00A0])?$/.test(word.gap);
    if (at > from && !initial) break;
    const particle = PARTICLES.has(word.text.toLowerCase());
    if (at === from) {
      const key = tokensOf(word.text)[0] ?? '';
      if (!word.capital || /\d/.test(word.text) || (NO_NAMES.has(key) && !given.has(key))) break;
      run.push(word);
    } else if (particle) held.push(word);
    // « Jacques Durand Conseiller municipal », as in the cell of a table
    else if (run.length > 1 && isRole(word.text)) break;
    else if (word.capital && !/^\d/.test(word.text)) {
      // two names in a row, as in the cell of a table
      if (run.length >= 2 && held.length === 0 && isGiven(word, given) && !isGiven(run.at(-1), given)) break;
      run.push(...held, word);
      held = [];
    } else break;
  }
  return run.slice(0, MOST_WORDS);
}

function mentionOf(
  passage: Passage,
  run: readonly Word[],
  from: { title: Mention['title']; given: ReadonlySet<string>; before: Word | undefined },
): Mention {
  const [first, last] = [run[0], run.at(-1)];
  const [start, end] = [first?.start ?? 0, last?.end ?? 0];
  const text = passage.text.slice(start, end);
  const tokens = tokensOf(text);
  const { description, after } = describe(passage.text, end, start);
  const family = run.length > 1 && last?.caps === true && (last.text.length > 2 || from.title !== null) && first?.caps === false;
  const given = isGiven(first, from.given) && run.length > 1 && run.slice(1).some((word) => word.capital);
  const told = run.length > 1 && beginsWithRole(description);
  const speaks = passage.role === 'speaker' && start === 0 && run.length > 1;
  const sure = from.title !== null || speaks || given || told || (family && !acronyms(run));
  return { passage, start, end, text, tokens, key: tokens.join(' '), title: from.title, sure, description, after };
}

/** « Plateforme ONU », « Agenda AFD »: what follows is short and has no vowel pattern of a name. */
function acronyms(run: readonly Word[]): boolean {
  return run.slice(1).every((word) => word.caps && word.text.length <= 4) && run.length === 2;
}

function isGiven(word: Word | undefined, given: ReadonlySet<string>): boolean {
  if (!word?.capital) return false;
  const first = tokensOf(word.text)[0] ?? '';
  return first.length > 2 && (GIVEN_NAMES.has(first) || given.has(first));
}

const LONGEST = 200;
/** « , la parole a été donnée » goes on with the sentence, and says nothing of the person. */
const GOES_ON = /,\s(?:la|le|les|l[’']|un|une|a|ont|qui|dont|il|elle)\b/iu;

/** What a text tells of the person whose name ends there: a function, or what stands in brackets. */
function describe(text: string, end: number, start: number): { description: string; after: number } {
  const rest = text.slice(end, end + LONGEST);
  const opening = /^\*{0,2}\s?(?:[,–—(]|-(?=\s)|\s-\s)\s?|^\s/u.exec(rest);
  if (!opening) return { description: '', after: end };
  const body = rest.slice(opening[0].length);
  const brackets = opening[0].includes('(');
  const stop = brackets ? body.indexOf(')') : body.search(start === 0 ? /[;:\n]/ : /[.;:)\n]/);
  const whole = body.slice(0, stop === -1 ? body.length : stop);
  const said = brackets ? whole : whole.slice(0, GOES_ON.exec(whole)?.index ?? whole.length);
  const named = start === 0 && opening[0].trim() === ',' && /^\p{Lu}/u.test(said);
  if (!brackets && !named && !beginsWithRole(said)) return { description: '', after: end };
  return { description: said.trim(), after: end + opening[0].length + said.length + (brackets ? 1 : 0) };
}
