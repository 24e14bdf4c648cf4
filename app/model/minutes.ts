/** draft: written from the notes · in_review: with those who spoke · approved · published: at least one version is out. */
export const MINUTES_STATES = ['draft', 'in_review', 'approved', 'published'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];
