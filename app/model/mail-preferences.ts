/**
 * Kinds of mail, as people choose among them. 'account' is what somebody asked for themselves a moment ago (a link to sign
 * in): nobody can refuse it. 'digest' is the daily mail that gathers the others.
 */
export const MAIL_KINDS = ['account', 'invitations', 'reminders', 'minutes', 'reviews', 'follow_ups', 'date_polls', 'digest'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Kinds that one can say no to. */
export type RefusableKind = Exclude<MailKind, 'account'>;
export const REFUSABLE_KINDS = MAIL_KINDS.filter((kind): kind is RefusableKind => kind !== 'account');

/** Kinds that one chooses the delivery of, in the order of the page. */
export const CHOSEN_KINDS = ['invitations', 'reminders', 'minutes', 'reviews', 'follow_ups', 'date_polls'] as const;
export type ChosenKind = (typeof CHOSEN_KINDS)[number];

export const DELIVERIES = ['now', 'digest', 'never'] as const;
/** At once, in the digest of the day, or not at all. */
export type Delivery = (typeof DELIVERIES)[number];

/** What may be chosen for each kind: a reminder that waits for the digest would come too late. */
export const ALLOWED: Record<ChosenKind, readonly Delivery[]> = {
  invitations: DELIVERIES,
  reminders: ['now', 'never'],
  minutes: DELIVERIES,
  reviews: DELIVERIES,
  follow_ups: DELIVERIES,
  date_polls: DELIVERIES,
};

export const REMINDER_LEADS = ['week', 'day', 'hour'] as const;
/** A week before or the day before at 17:00 of the reader's clock; an hour before. */
export type ReminderLead = (typeof REMINDER_LEADS)[number];

/** Everything that somebody chose, or what holds while they have not. */
export interface MailPreferences {
  deliveries: Record<RefusableKind, Delivery>;
  /** Local hour of the digest, 0 to 23. */
  digestHour: number;
  /** False: mails come without an entry for the calendar, which they subscribe to. */
  calendarParts: boolean;
  /** Null: never chosen. */
  reminderLeads: ReminderLead[] | null;
}

export const DEFAULT_LEADS: readonly ReminderLead[] = ['day'];

export const DEFAULT_PREFERENCES: MailPreferences = {
  deliveries: {
    ...{ invitations: 'now', reminders: 'now', minutes: 'now', reviews: 'now', follow_ups: 'now', date_polls: 'now', digest: 'now' },
  },
  digestHour: 8,
  calendarParts: true,
  reminderLeads: null,
};
