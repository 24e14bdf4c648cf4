import { renderSignIn } from '#server/accounts/sign-in-mail.ts';
import { renderCancellation } from '#server/attendance/cancellation-mail.ts';
import { renderInvitation } from '#server/attendance/invitation-mail.ts';
import { renderMeetingUpdate } from '#server/attendance/meeting-update-mail.ts';
import { renderAssigned, renderReminder } from '#server/follow-ups/follow-up-mails.ts';
import { renderMinutesPublished } from '#server/minutes/published-mail.ts';
import { renderReviewDeadline, renderReviewDigest } from '#server/reviews/organiser-mails.ts';
import { renderReviewInvitation, renderReviewReminder, renderReviewSummary } from '#server/reviews/reviewer-mails.ts';
import type { MailTemplate, MailTemplateName } from './mails.ts';

export const templates: { [Name in MailTemplateName]: MailTemplate<Name> } = {
  'sign-in': renderSignIn,
  invitation: renderInvitation,
  'meeting-update': renderMeetingUpdate,
  cancellation: renderCancellation,
  'minutes-published': renderMinutesPublished,
  'follow-up-assigned': renderAssigned,
  'follow-up-reminder': renderReminder,
  'review-invitation': renderReviewInvitation,
  'review-reminder': renderReviewReminder,
  'review-summary': renderReviewSummary,
  'review-digest': renderReviewDigest,
  'review-deadline': renderReviewDeadline,
};
