/** Where a registration stands: with a place, in the queue for one, or withdrawn. */
export const REGISTRATION_STATES = ['registered', 'waiting', 'cancelled'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** What is known of a place of the edition or of one of its sessions, of who did not withdraw. */
export const PLACE_STATES = ['registered', 'waiting'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** As what somebody comes. */
export const REGISTRATION_CATEGORIES = ['member', 'partner', 'speaker', 'press'] as const;
export type RegistrationCategory = (typeof REGISTRATION_CATEGORIES)[number];

/** Who wrote it down: the person, the contact of a delegation, an organiser, or whoever keeps the door on the day. */
export const REGISTRATION_ORIGINS = ['self', 'delegation', 'organiser', 'walk_in'] as const;
export type RegistrationOrigin = (typeof REGISTRATION_ORIGINS)[number];

/** What a question of the organisers' own takes for an answer. */
export const QUESTION_KINDS = ['short_text', 'long_text', 'one_of', 'several_of', 'yes_no'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Longest values that the tables hold, in characters (db/migrations/015-registrations.sql), and how much one edition takes. */
export const REGISTRATION_LIMITS = {
  label: 300,
  hint: 500,
  option: 200,
  options: 30,
  questions: 30,
  information: 5000,
  shortText: 200,
  longText: 2000,
  /** People of one delegation, in one form. */
  delegation: 60,
  /** Sessions of one person. */
  sessions: 60,
  /** Rows of a list on a page. */
  page: 100,
  /** Rows of a file, and registrations that one edition takes. */
  registrations: 20_000,
} as const;

export interface Question {
  id: string;
  kind: QuestionKind;
  label: string;
  hint: string;
  required: boolean;
  /** Of 'one_of' and 'several_of'. */
  options: string[];
}

/** What somebody said to a question: words of a text; else what they chose ('yes' or 'no' of 'yes_no'). */
export interface Answer {
  questionId: string;
  words: string;
  chosen: string[];
}

/** Whether registrations are taken: no day is set, it is too early, they are, or it is too late. */
export type Openness = 'unset' | 'early' | 'open' | 'over';

/** The same on a day ('YYYY-MM-DD') of the edition's zone; without a last day, until the edition has ended. */
export function opennessOn(today: string, settings: { opensOn: string | null; closesOn: string | null }, endsOn: string): Openness {
  const { opensOn, closesOn } = settings;
  if (!opensOn) return 'unset';
  if (today < opensOn) return 'early';
  return today > (closesOn ?? endsOn) || today > endsOn ? 'over' : 'open';
}

/** How full something is, said without the exact number: one more or one less would tell who is registered already. */
export type Room = 'free' | 'few' | 'full';

export function roomOf(registered: number, capacity: number | null): Room {
  if (capacity === null) return 'free';
  if (registered >= capacity) return 'full';
  return capacity - registered <= Math.max(3, Math.ceil(capacity / 10)) ? 'few' : 'free';
}
