import type { MailTemplateName } from '#server/outbox/mails.ts';
import {
  datePollClosedSamples,
  datePollInvitationSamples,
  datePollOwnLinkSamples,
  datePollProposalSamples,
  datePollReminderSamples,
  datePollSettledSamples,
} from './date-poll-samples.ts';
import { cancellationSamples, invitationSamples, meetingReminderSamples, unprovenReplySamples, updateSamples } from './meeting-samples.ts';
import {
  minutesSamples,
  reviewDeadlineSamples,
  reviewDigestSamples,
  reviewInvitationSamples,
  reviewReminderSamples,
  reviewSummarySamples,
} from './minutes-samples.ts';
import { digestSamples, followUpAssignedSamples, followUpReminderSamples, signInSamples } from './other-samples.ts';
import { rapporteurAssignedSamples, rapporteurReminderSamples, reportsNewsSamples } from './rapporteur-samples.ts';
import {
  delegationPlaceSamples,
  delegationSamples,
  registrationCancelledSamples,
  registrationPlaceSamples,
  registrationSamples,
} from './registration-samples.ts';
import type { Preview } from './sample.ts';
import { seriesChangeSamples } from './series-samples.ts';
import { speakerDeclinedSamples, speakerLinkSamples } from './speaker-samples.ts';

/**
 * Every mail of the product, as the preview page shows it and tests/outbox/every-mail.test.ts checks it. Each noun adds
 * its samples here with its template: made by the same function of emails/ that makes the mail, with invented facts.
 */
export const previews: Record<MailTemplateName, Preview> = {
  'sign-in': signInSamples,
  invitation: invitationSamples,
  'meeting-update': updateSamples,
  cancellation: cancellationSamples,
  'unproven-reply': unprovenReplySamples,
  'meeting-reminder': meetingReminderSamples,
  'series-change': seriesChangeSamples,
  'minutes-published': minutesSamples,
  'follow-up-assigned': followUpAssignedSamples,
  'follow-up-reminder': followUpReminderSamples,
  'review-invitation': reviewInvitationSamples,
  'review-reminder': reviewReminderSamples,
  'review-summary': reviewSummarySamples,
  'review-digest': reviewDigestSamples,
  'review-deadline': reviewDeadlineSamples,
  'date-poll-invitation': datePollInvitationSamples,
  'date-poll-own-link': datePollOwnLinkSamples,
  'date-poll-reminder': datePollReminderSamples,
  'date-poll-closed': datePollClosedSamples,
  'date-poll-proposal': datePollProposalSamples,
  'date-poll-settled': datePollSettledSamples,
  'rapporteur-assigned': rapporteurAssignedSamples,
  'rapporteur-reminder': rapporteurReminderSamples,
  'reports-news': reportsNewsSamples,
  digest: digestSamples,
  registration: registrationSamples,
  'registration-place': registrationPlaceSamples,
  'registration-cancelled': registrationCancelledSamples,
  delegation: delegationSamples,
  'delegation-place': delegationPlaceSamples,
  'speaker-link': speakerLinkSamples,
  'speaker-declined': speakerDeclinedSamples,
};
