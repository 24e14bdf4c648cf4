/** Words by which French minutes are recognised. No table of names: only their shape. */

const PARTICLE = "d[eu’']|de la|dit|van|von|le|la|el|al|ben|y";
// a hyphen before a capital parts two words, and nothing else may take it: two ways to read one make a search without end
const CAPITAL = String.raw`\p{Lu}(?:[\p{L}'’.]|-(?=\p{Ll}))*`;
export const CIVILITY = String.raw`(?:MM?\.|M(?:mes?|lle)|Messieurs|Mesdames|Monsieur|Madame|Dr|Pr)`;
/** Two to six words that begin with a capital, particles among them. */
export const NAME = String.raw`${CAPITAL}(?:[ -](?:(?:d[’'])?${CAPITAL}|(?:${PARTICLE})(?!\p{L}))){1,6}`;

/** A function of a person, at the start of a text. */
export const FUNCTION =
  /^(?:\d+[eè](?:me|re)? )?(?:directeur|directrice|président|vice[- ]président|maire|adjoint|conseill|chargé|responsable|référent|représentant|délégué|chef|cheffe|secrétaire|coordinat|coordonnat|coordnat|sous-|ambassad|attaché|profess|maître|agent|étudiant|élu|trésori|assistant|ingénieur|chercheu|analyste|expert|co-?fondat|premi[eè]re? |député|sénat|membre|consul|stagiaire|animat|rapporteu|interprète)/iu;

export const TAKEAWAY = /^(?:!|→|➔|➢|=>|->|⇒|Ø|è(?=\s)|à(?= \p{Lu}))\s*/u;

/** Titles that such papers use for their parts. */
export const SECTION =
  /^(?:synthèse|conclusions?|éléments? de (?:conclusion|contexte|réflexion)|elements? de (?:conclusion|contexte|reflexion)|introduction|ordre du jour|relevé de décisions|décisions?|actions?|suites(?: à donner)?|feuille de route|calendrier|agenda et|objectifs? (?:principal|spécifiques?|généra)|prochaines? (?:étapes?|réunions?|échéances)|points? divers|questions diverses|tour de table|contexte|annexe(?:s| \d+)?|contacts?)\b/iu;

/** The label of a list of people. */
export const PEOPLE =
  /^(?:liste des (?:intervenant|participant|présent|membre|personne)|participants?(?: de la réunion)?(?:\s*:|$)|personnes présentes|(?:étaient )?présents?(?:·?e?·?s)?\s*:|présences\b|intervenant|équipe organisatrice|equipe organisatrice|excusés?\b|étaient excusés|absents?\b)/iu;
export const EXCUSED = /^(?:(?:étaient )?excusé|absent)/iu;

/** « Animation : », « Présidence : »…, with or without a name behind it. */
export const ROLE_LABEL =
  /^((?:co-?)?anim(?:ation|at(?:eur|rice)s?)|présidence|présidente?|interventions?|intervenante?s?|modération|modérat(?:eur|rice)s?|interprètes?|interprétation)\s*:\s*/iu;

/** What follows « Animation » in the head of a paper. */
export const FACILITATED = /^(?:réunion\s+)?(?:co-?)?anim(?:ation|ée?s?|at(?:eur|rice)s?)(?:\s+par)?\s*:?\s+(?=\p{Lu})/iu;

/** Labels of kinds, in our own exports and in others' papers. */
export const KIND_LABELS = [
  ['takeaway', /^à retenir\s*:\s*/iu],
  ['decision', /^(?:décision(?: n° ?\d+)?|D\d{1,2})\s*:\s*/iu],
  ['action', /^(?:action(?: n° ?\d+)?|à faire)\s*:\s*/iu],
  ['proposal', /^proposition\s*:\s*/iu],
  ['question', /^question\s*:\s*/iu],
  ['caution', /^points? de vigilance\s*:\s*/iu],
  ['agreement', /^accord\s*:\s*/iu],
] as const;
