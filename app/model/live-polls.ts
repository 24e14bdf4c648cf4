import { cleanLine } from './text.ts';

/** Longest texts in characters, and how many of each; the tables hold the same (db/migrations). */
export const LIVE_POLL_LIMITS = {
  question: 300,
  option: 200,
  minOptions: 2,
  maxOptions: 8,
  /** Closed polls that a page shows, the latest first. */
  shown: 20,
} as const;

/** The polls of a meeting, and how many support its proposals, as its open pages are told. No vote is told with a name. */
export interface LivePolls {
  /** The open one first, if any; then the closed ones, the latest first. */
  polls: LivePoll[];
  /** Block of the notes → how many support it. */
  supports: Record<string, number>;
}

export interface LivePoll {
  id: string;
  agendaItemId: string | null;
  question: string;
  options: LivePollOption[];
  /** ISO instants. */
  openedAt: string;
  closedAt: string | null;
  /** When its result was written into the notes; null: it was not. */
  insertedAt: string | null;
}

export interface LivePollOption {
  id: string;
  label: string;
  votes: number;
}

/** What one person chose: told to nobody else. */
export interface OwnVotes {
  /** Poll → option. */
  votes: Record<string, string>;
  /** Blocks of the proposals that they support. */
  supports: string[];
}

export const NO_VOTES: OwnVotes = { votes: {}, supports: [] };

export function votesOf({ options }: Pick<LivePoll, 'options'>): number {
  return options.reduce((sum, { votes }) => sum + votes, 0);
}

/** What somebody asks, cleaned. */
export interface PollQuestion {
  question: string;
  options: string[];
}

export type PollFault = 'needed' | 'too_long' | 'twice' | 'too_few' | 'too_many';
/** Faults by field: 'question', 'options' (as a whole), or the place of an option as it was sent. */
export type PollFaults = Partial<Record<'question' | 'options' | number, PollFault>>;

/** Reads a question and its options as a form sends them. Options left empty are left out. */
export function parsePoll(sent: { question: string; options: readonly string[] }): PollQuestion | { faults: PollFaults } {
  const question = cleanLine(sent.question);
  const labels = sent.options.map(cleanLine);
  const options = labels.filter(Boolean);
  const faults: PollFaults = {};
  if (question === '') faults.question = 'needed';
  else if (lengthOf(question) > LIVE_POLL_LIMITS.question) faults.question = 'too_long';
  const seen = new Set<string>();
  for (const [place, label] of labels.entries()) {
    const key = label.toLocaleLowerCase();
    if (lengthOf(label) > LIVE_POLL_LIMITS.option) faults[place] = 'too_long';
    else if (label && seen.has(key)) faults[place] = 'twice';
    seen.add(key);
  }
  if (options.length < LIVE_POLL_LIMITS.minOptions) faults.options = 'too_few';
  if (options.length > LIVE_POLL_LIMITS.maxOptions) faults.options = 'too_many';
  return Object.keys(faults).length > 0 ? { faults } : { question, options };
}

/** In characters, as the database counts them. */
const lengthOf = (text: string) => [...text].length;
