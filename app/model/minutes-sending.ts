/**
 * Whom published minutes are sent to: those who were there; those who excused themselves or were represented; those who
 * were invited and said nothing; members of the group who were not invited. Mailing lists come besides.
 */
export const RECIPIENT_GROUPS = ['present', 'excused', 'silent', 'members'] as const;
export type RecipientGroup = (typeof RECIPIENT_GROUPS)[number];

/** Ticked when the page opens: the minutes are for those they speak of. */
export const RECIPIENTS_BY_DEFAULT: readonly RecipientGroup[] = ['present', 'excused'];

/** Most characters of the organiser's own words above the summary. */
export const MAX_SENDING_MESSAGE = 2000;
