export const MINUTES_STATES = ['draft', 'in_review', 'approved', 'published'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];
