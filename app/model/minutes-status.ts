import type { MinutesState } from './minutes.ts';

/** Where the minutes of a meeting stand, for those who organise it. */
export interface MinutesStatus {
  state: MinutesState;
  /** Instant since when; null: nothing was done with them yet. */
  stateAt: string | null;
  stateByName: string;
  /** Number of the latest version; 0: none is out. */
  latest: number;
  /** Proposals of the review that nobody decided. */
  openProposals: number;
  /** The last time that each state was reached, in the order of MINUTES_STATES; a state never reached is left out. */
  steps: MinutesStep[];
  /** Of the review that is open. */
  review: { deadline: string; reviewers: number; answered: number } | null;
}

export interface MinutesStep {
  state: MinutesState;
  /** Instant. */
  at: string;
  byName: string;
  /** Of a publication: the version. */
  number: number | null;
}
