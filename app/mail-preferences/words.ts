import { m } from '#app/messages/compiled/messages.js';
import type { MailChoices, WordedKind } from '#app/model/mail-choices.ts';
import type { Delivery, RefusableKind, ReminderLead } from '#app/model/mail-preferences.ts';

export const KIND_WORDS = {
  invitations: m.mail_preferences_kind_invitations,
  reminders: m.mail_preferences_kind_reminders,
  minutes: m.mail_preferences_kind_minutes,
  reviews: m.mail_preferences_kind_reviews,
  follow_ups: m.mail_preferences_kind_follow_ups,
  date_polls: m.mail_preferences_kind_date_polls,
  digest: m.mail_preferences_kind_digest,
} as const satisfies Record<RefusableKind, unknown>;

/** What such mails are about, and what no choice holds back. */
export const KIND_HINTS = {
  invitations: m.mail_preferences_hint_invitations,
  minutes: m.mail_preferences_hint_minutes,
  reviews: m.mail_preferences_hint_reviews,
  follow_ups: m.mail_preferences_hint_follow_ups,
  date_polls: m.mail_preferences_hint_date_polls,
} as const satisfies Record<WordedKind, unknown>;

export const DELIVERY_WORDS = {
  now: m.mail_preferences_now,
  digest: m.mail_preferences_daily,
  never: m.mail_preferences_never,
} as const satisfies Record<Delivery, unknown>;

export const LEAD_WORDS = {
  week: m.mail_preferences_lead_week,
  day: m.mail_preferences_lead_day,
  hour: m.mail_preferences_lead_hour,
} as const satisfies Record<ReminderLead, unknown>;

/** One choice in words: « Comptes-rendus publiés : une fois par jour ». */
export function choiceWords(name: WordedKind | 'leads' | 'digestHour' | 'subscribed', choices: MailChoices): string {
  switch (name) {
    case 'leads':
      return m.mail_preferences_is({ what: KIND_WORDS.reminders(), how: leadsWords(choices.leads) });
    case 'digestHour':
      return m.mail_preferences_is({ what: m.mail_preferences_hour_label(), how: m.mail_preferences_hour({ hour: choices.digestHour }) });
    case 'subscribed':
      return m.mail_preferences_is({
        what: m.mail_preferences_calendar_part(),
        how: choices.subscribed ? m.mail_preferences_without() : m.mail_preferences_with(),
      });
    default:
      return m.mail_preferences_is({ what: KIND_WORDS[name](), how: DELIVERY_WORDS[choices.deliveries[name]]() });
  }
}

function leadsWords(leads: readonly ReminderLead[]): string {
  return leads.length > 0 ? leads.map((lead) => LEAD_WORDS[lead]()).join(', ') : m.mail_preferences_never();
}
