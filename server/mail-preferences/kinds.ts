import type { MailKind } from '#app/model/mail-preferences.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';

/**
 * Which kind each mail is of: what its unsubscribe link ends, and whose choice decides when it leaves. A reminder of a
 * deadline belongs to what is due, so that whoever follows no reviews is not reminded of them either.
 */
export const kindOfTemplate: Record<MailTemplateName, MailKind> = {
  'sign-in': 'account',
  invitation: 'invitations',
  'meeting-update': 'invitations',
  cancellation: 'invitations',
  'unproven-reply': 'invitations',
  'series-change': 'invitations',
  'minutes-published': 'minutes',
  'follow-up-assigned': 'follow_ups',
  'follow-up-reminder': 'follow_ups',
  'review-invitation': 'reviews',
  'review-reminder': 'reviews',
  'review-summary': 'reviews',
  'review-digest': 'reviews',
  'review-deadline': 'reviews',
  'date-poll-invitation': 'date_polls',
  'date-poll-own-link': 'account',
  'date-poll-reminder': 'date_polls',
  'date-poll-closed': 'date_polls',
  'date-poll-proposal': 'date_polls',
  'date-poll-settled': 'date_polls',
  'meeting-reminder': 'reminders',
  'rapporteur-assigned': 'invitations',
  'rapporteur-reminder': 'reminders',
  'reports-news': 'minutes',
  digest: 'digest',
  // answers to what somebody asked for
  registration: 'account',
  'registration-place': 'account',
  'registration-cancelled': 'account',
  delegation: 'account',
  'delegation-place': 'account',
  'speaker-link': 'invitations',
  'speaker-declined': 'invitations',
};
