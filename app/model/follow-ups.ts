/** Decisions and actions of published minutes, followed until they are done. withdrawn: the latest version no longer has it. */
export const FOLLOW_UP_KINDS = ['decision', 'action'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const FOLLOW_UP_STATES = ['open', 'done', 'dropped', 'withdrawn'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Open and past its due day; `today` is the ISO day where the group meets. */
export function isOverdue(followUp: { state: FollowUpState; dueOn: string | null }, today: string): boolean {
  return followUp.state === 'open' && followUp.dueOn !== null && followUp.dueOn < today;
}
