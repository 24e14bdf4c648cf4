import { m } from '#app/messages/compiled/messages.js';
import type { MailFault, MailState } from '#app/model/outbox.ts';
import type { IconName } from '#app/ui/icon-names.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';

/** How each state looks: a word, a symbol, and a colour that only repeats them. */
export const STATES = {
  queued: { word: m.outbox_state_queued, icon: 'clock', look: 'soft' },
  sent: { word: m.outbox_state_sent, icon: 'check', look: 'ok' },
  refused: { word: m.outbox_state_refused, icon: 'x-circle', look: 'late' },
  bounced: { word: m.outbox_state_bounced, icon: 'arrow-u-up-left', look: 'late' },
  dead: { word: m.outbox_state_dead, icon: 'warning-circle', look: 'late' },
  withdrawn: { word: m.outbox_state_withdrawn, icon: 'x', look: 'soft' },
  held: { word: m.outbox_state_held, icon: 'pause', look: 'soft' },
  declined: { word: m.outbox_state_declined, icon: 'hand-palm', look: 'soft' },
} as const satisfies Record<MailState, { word: () => string; icon: IconName; look: 'soft' | 'ok' | 'late' }>;

const FAULTS: Record<Exclude<MailFault, ''>, () => string> = {
  no_mailbox: m.outbox_fault_no_mailbox,
  mailbox_full: m.outbox_fault_mailbox_full,
  policy: m.outbox_fault_policy,
  content: m.outbox_fault_content,
  later: m.outbox_fault_later,
  network: m.outbox_fault_network,
  login: m.outbox_fault_login,
  template: m.outbox_fault_template,
  failing_address: m.outbox_fault_failing_address,
  other: m.outbox_fault_other,
};

/** Why a mail did not arrive, or not yet; '' when nothing is known. */
export function faultWords(fault: MailFault): string {
  return fault === '' ? '' : FAULTS[fault]();
}

const TEMPLATES: Record<MailTemplateName, () => string> = {
  'sign-in': m.outbox_template_sign_in,
  invitation: m.outbox_template_invitation,
  'meeting-update': m.outbox_template_meeting_update,
  cancellation: m.outbox_template_cancellation,
  'meeting-reminder': m.outbox_template_meeting_reminder,
  'minutes-published': m.outbox_template_minutes_published,
  'unproven-reply': m.outbox_template_unproven_reply,
  'series-change': m.outbox_template_series_change,
  'follow-up-assigned': m.outbox_template_follow_up_assigned,
  'follow-up-reminder': m.outbox_template_follow_up_reminder,
  'review-invitation': m.outbox_template_review_invitation,
  'review-reminder': m.outbox_template_review_reminder,
  'review-summary': m.outbox_template_review_summary,
  'review-digest': m.outbox_template_review_digest,
  'review-deadline': m.outbox_template_review_deadline,
  'rapporteur-assigned': m.rapporteurs_template_assigned,
  'rapporteur-reminder': m.rapporteurs_template_reminder,
  'reports-news': m.rapporteurs_template_news,
  digest: m.outbox_template_digest,
  registration: m.outbox_template_registration,
  'registration-place': m.outbox_template_registration_place,
  'registration-cancelled': m.outbox_template_registration_cancelled,
  delegation: m.outbox_template_delegation,
  'delegation-place': m.outbox_template_delegation_place,
  'date-poll-invitation': m.outbox_template_date_poll_invitation,
  'date-poll-own-link': m.outbox_template_date_poll_own_link,
  'date-poll-reminder': m.outbox_template_date_poll_reminder,
  'date-poll-closed': m.outbox_template_date_poll_closed,
  'date-poll-proposal': m.outbox_template_date_poll_proposal,
  'date-poll-settled': m.outbox_template_date_poll_settled,
  'speaker-link': m.speakers_template_link,
  'speaker-declined': m.speakers_template_declined,
};

/** What a mail is; a row may outlive its template. */
export function templateWords(template: string): string {
  return Object.hasOwn(TEMPLATES, template) ? TEMPLATES[template as MailTemplateName]() : m.outbox_template_other();
}
