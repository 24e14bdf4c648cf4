import { renderSignIn } from '#server/accounts/sign-in-mail.ts';
import { renderCancellation } from '#server/attendance/cancellation-mail.ts';
import { renderInvitation } from '#server/attendance/invitation-mail.ts';
import { renderMeetingUpdate } from '#server/attendance/meeting-update-mail.ts';
import { renderUnprovenReply } from '#server/attendance/unproven-reply-mail.ts';
import {
  renderDatePollClosed,
  renderDatePollInvitation,
  renderDatePollOwnLink,
  renderDatePollProposal,
  renderDatePollReminder,
  renderDatePollSettled,
} from '#server/date-polls/poll-mails.ts';
import { renderAssigned, renderReminder } from '#server/follow-ups/follow-up-mails.ts';
import { renderDigest } from '#server/mail-preferences/digest-mail.ts';
import { renderMinutesPublished } from '#server/minutes/published-mail.ts';
import { renderRapporteurAssigned, renderRapporteurReminder, renderReportsNews } from '#server/rapporteurs/rapporteur-mails.ts';
import {
  renderDelegation,
  renderDelegationPlace,
  renderRegistration,
  renderRegistrationCancelled,
  renderRegistrationPlace,
} from '#server/registrations/registration-mails.ts';
import { renderMeetingReminder } from '#server/reminders/meeting-reminder-mail.ts';
import { renderReviewDeadline, renderReviewDigest } from '#server/reviews/organiser-mails.ts';
import { renderReviewInvitation, renderReviewReminder, renderReviewSummary } from '#server/reviews/reviewer-mails.ts';
import { renderSeriesChange } from '#server/series/series-mail.ts';
import { renderSpeakerDeclined, renderSpeakerLink } from '#server/speakers/speaker-mails.ts';
import type { MailTemplate, MailTemplateName } from './mails.ts';

export const templates: { [Name in MailTemplateName]: MailTemplate<Name> } = {
  'sign-in': renderSignIn,
  invitation: renderInvitation,
  'meeting-update': renderMeetingUpdate,
  cancellation: renderCancellation,
  'unproven-reply': renderUnprovenReply,
  'minutes-published': renderMinutesPublished,
  'follow-up-assigned': renderAssigned,
  'follow-up-reminder': renderReminder,
  'review-invitation': renderReviewInvitation,
  'review-reminder': renderReviewReminder,
  'review-summary': renderReviewSummary,
  'review-digest': renderReviewDigest,
  'review-deadline': renderReviewDeadline,
  'date-poll-invitation': renderDatePollInvitation,
  'date-poll-own-link': renderDatePollOwnLink,
  'date-poll-reminder': renderDatePollReminder,
  'date-poll-closed': renderDatePollClosed,
  'date-poll-proposal': renderDatePollProposal,
  'date-poll-settled': renderDatePollSettled,
  'series-change': renderSeriesChange,
  'meeting-reminder': renderMeetingReminder,
  'rapporteur-assigned': renderRapporteurAssigned,
  'rapporteur-reminder': renderRapporteurReminder,
  'reports-news': renderReportsNews,
  digest: renderDigest,
  registration: renderRegistration,
  'registration-place': renderRegistrationPlace,
  'registration-cancelled': renderRegistrationCancelled,
  delegation: renderDelegation,
  'delegation-place': renderDelegationPlace,
  'speaker-link': renderSpeakerLink,
  'speaker-declined': renderSpeakerDeclined,
};
