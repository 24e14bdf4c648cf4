/** How much a finding matters: an error is wrong for sure, a warning most likely, a hint is worth a look. None keeps minutes from being published. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the checker looks at, in the order in which its findings are shown. */
export const RULES = [
  'names',
  'functions',
  'organisations',
  'dates',
  'hours',
  'sentences',
  'references',
  'actions',
  'leftovers',
  'repetitions',
  'glyphs',
] as const;
export type Rule = (typeof RULES)[number];

/** What can be wrong; each has its sentence in app/messages/*\/checker.json (`checker_<problem>`) and its rule and weight here. */
export const PROBLEMS = {
  name_spelling: { rule: 'names', severity: 'warning' },
  name_two_ways: { rule: 'names', severity: 'warning' },
  name_accents: { rule: 'names', severity: 'hint' },
  name_swapped: { rule: 'names', severity: 'warning' },
  name_given_for_family: { rule: 'names', severity: 'warning' },
  name_spacing: { rule: 'names', severity: 'warning' },
  name_title: { rule: 'names', severity: 'warning' },
  name_other_speaker: { rule: 'names', severity: 'error' },
  name_not_attending: { rule: 'names', severity: 'warning' },
  name_unknown: { rule: 'names', severity: 'hint' },
  function_differs: { rule: 'functions', severity: 'warning' },
  function_two_ways: { rule: 'functions', severity: 'hint' },
  function_misspelt: { rule: 'functions', severity: 'hint' },
  organisation_differs: { rule: 'functions', severity: 'warning' },
  organisation_spelling: { rule: 'organisations', severity: 'hint' },
  weekday: { rule: 'dates', severity: 'error' },
  weekday_no_year: { rule: 'dates', severity: 'warning' },
  no_such_day: { rule: 'dates', severity: 'error' },
  year_differs: { rule: 'dates', severity: 'hint' },
  date_untyped: { rule: 'dates', severity: 'hint' },
  month_order: { rule: 'dates', severity: 'hint' },
  hours_backwards: { rule: 'hours', severity: 'error' },
  hours_outside: { rule: 'hours', severity: 'warning' },
  cut_end: { rule: 'sentences', severity: 'error' },
  cut_start: { rule: 'sentences', severity: 'hint' },
  list_missing: { rule: 'sentences', severity: 'warning' },
  unclosed: { rule: 'sentences', severity: 'hint' },
  punctuation: { rule: 'sentences', severity: 'hint' },
  empty: { rule: 'sentences', severity: 'warning' },
  annex_missing: { rule: 'references', severity: 'error' },
  point_missing: { rule: 'references', severity: 'warning' },
  record_missing: { rule: 'references', severity: 'warning' },
  note_missing: { rule: 'references', severity: 'warning' },
  meeting_missing: { rule: 'references', severity: 'warning' },
  link_missing: { rule: 'references', severity: 'warning' },
  action_no_owner: { rule: 'actions', severity: 'warning' },
  action_no_date: { rule: 'actions', severity: 'hint' },
  to_complete: { rule: 'leftovers', severity: 'warning' },
  placeholder: { rule: 'leftovers', severity: 'error' },
  markup: { rule: 'leftovers', severity: 'hint' },
  repeated: { rule: 'repetitions', severity: 'warning' },
  almost_repeated: { rule: 'repetitions', severity: 'hint' },
  glyph_missing: { rule: 'glyphs', severity: 'warning' },
} as const satisfies Record<string, { rule: Rule; severity: Severity }>;
export type Problem = keyof typeof PROBLEMS;

export interface Finding {
  rule: Rule;
  problem: Problem;
  severity: Severity;
  /** Of the block in the page of the minutes; null: about the whole. */
  anchor: string | null;
  /** The paragraph of the notes; null where none can be edited. */
  blockId: string | null;
  /** The words that it is about. */
  found: string;
  /** The words around them, for the list. */
  excerpt: string;
  /** What should stand there, or what it is compared with; '' when nobody can know. */
  expected: string;
  /** What one click puts into the block: `from` becomes `to`; null when there is nothing sure to propose. */
  correction: Correction | null;
  /** The same as long as the words of the block and what is said of them stay: findings are set aside under it. */
  fingerprint: string;
}

export interface Correction {
  from: string;
  to: string;
  /** Which one of the places in the block where `from` stands, from 0. */
  nth: number;
}

export type FindingCounts = Record<Severity, number>;

export function countFindings(findings: readonly Pick<Finding, 'severity'>[]): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Somebody whom the minutes may name. */
export interface KnownPerson {
  givenName: string;
  familyName: string;
  /** '' when not known. */
  function: string;
  organisation: string;
}

/** A speaker's line as it was typed, and the attendee whom it is linked to. */
export interface WrittenTurn {
  blockId: string;
  typed: string;
  linked: string;
}

/** What the checker compares the words with. Everything may be empty: then less is found. */
export interface KnownNames {
  /** Who is in the attendance list, there or excused; function and organisation as they were that day. */
  attendees: readonly KnownPerson[];
  /** People of the directory whose names resemble those of the text. */
  directory: readonly KnownPerson[];
  /** Names of organisations of the directory that resemble those of the text. */
  organisations: readonly string[];
  turns: readonly WrittenTurn[];
  /** Days of the group's meetings, ISO; null: not known. */
  meetingDays: readonly string[] | null;
  /** Whether the fonts of the files have a character; null: not known. */
  drawable: ((codePoint: number) => boolean) | null;
}

export const NOTHING_KNOWN: KnownNames = { attendees: [], directory: [], organisations: [], turns: [], meetingDays: null, drawable: null };
