import {
  CHOSEN_KINDS,
  type ChosenKind,
  DEFAULT_LEADS,
  type Delivery,
  type MailPreferences,
  type ReminderLead,
} from './mail-preferences.ts';

/** Kinds whose delivery is chosen among words; of reminders one chooses when they come, none of the moments being never. */
export const WORDED_KINDS = CHOSEN_KINDS.filter((kind): kind is WordedKind => kind !== 'reminders');
export type WordedKind = Exclude<ChosenKind, 'reminders'>;

/** The preferences as the page shows them, one control for each thing. */
export interface MailChoices {
  deliveries: Record<WordedKind, Delivery>;
  /** Empty: no reminders. */
  leads: ReminderLead[];
  digestHour: number;
  /** They subscribe to their calendar: mails bring no entry. */
  subscribed: boolean;
}

export function choicesOf({ deliveries, reminderLeads, digestHour, calendarParts }: MailPreferences): MailChoices {
  const { reminders, digest: _, ...worded } = deliveries;
  const leads = reminders === 'never' ? [] : [...(reminderLeads ?? DEFAULT_LEADS)];
  return { deliveries: worded, leads, digestHour, subscribed: !calendarParts };
}

/** What differs between two versions, by the name of its control. */
export function differences(one: MailChoices, other: MailChoices): (WordedKind | 'leads' | 'digestHour' | 'subscribed')[] {
  const kinds = WORDED_KINDS.filter((kind) => one.deliveries[kind] !== other.deliveries[kind]);
  const leads = one.leads.toSorted().join() === other.leads.toSorted().join() ? [] : (['leads'] as const);
  const rest = (['digestHour', 'subscribed'] as const).filter((name) => one[name] !== other[name]);
  return [...kinds, ...leads, ...rest];
}
