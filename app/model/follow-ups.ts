/** Decisions and actions of published minutes, followed until they are done. withdrawn: the latest version no longer has it. */
export type FollowUpKind = 'decision' | 'action';

export type FollowUpState = 'open' | 'done' | 'dropped' | 'withdrawn';

/** What organisers choose; the last one is for minutes only. */
export const CHOSEN_STATES = ['open', 'done', 'dropped'] as const satisfies readonly FollowUpState[];
export type ChosenState = (typeof CHOSEN_STATES)[number];

/** Longest texts in characters; the tables hold the same (db/migrations). */
export const FOLLOW_UP_LIMITS = { outcome: 2000, word: 500, owner: 200 } as const;

/** Open and past its due day; `today` is the ISO day where the group meets. */
export function isOverdue(followUp: { state: FollowUpState; dueOn: string | null }, today: string): boolean {
  return followUp.state === 'open' && followUp.dueOn !== null && followUp.dueOn < today;
}

/** Lists of a group's follow-ups, as addresses name them ('?show=overdue'). */
export const FOLLOW_UP_LISTS = ['open', 'overdue', 'unsettled', 'done', 'decisions'] as const;
export type FollowUpList = (typeof FOLLOW_UP_LISTS)[number];

/** What whoever is to do an action says of it. Dates are ISO days, texts are cleaned and within their limits. */
export type OwnerAnswer =
  | { say: 'yes' }
  | { say: 'not_me'; word: string }
  | { say: 'done'; outcome: string }
  | { say: 'not_done' }
  | { say: 'other_date'; due: string; word: string };
