/** What somebody says of a date. */
export const DATE_VOTES = ['yes', 'if_needed', 'no'] as const;
export type DateVote = (typeof DATE_VOTES)[number];

/** Who sees who voted what: everybody who was asked, or organisers only (each voter sees their own). */
export const VOTES_SHOWN_TO = ['voters', 'organisers'] as const;
export type VotesShownTo = (typeof VOTES_SHOWN_TO)[number];

/** 'proposed': a voter asked for it and an organiser has not decided yet. */
export type OptionState = 'offered' | 'proposed' | 'declined';
