import type { Locale } from '#app/locale.ts';
import type { Language } from '#app/model/language.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import type { Services } from '#server/services.ts';

/**
 * Every mail of the product, with what its row in the outbox holds: what to say, never a secret (links are minted
 * when the mail is rendered). Each noun adds its mails here and their templates in templates.ts.
 */
export interface MailPayloads {
  'sign-in': { /** Where the link leads; a path of this site. */ to: string };
  invitation: InvitationNews;
  'meeting-update': InvitationNews & {
    /** The SEQUENCE that the change gave the meeting. */
    sequence: number;
    /** What the person last knew. */
    before: { edtf: string; timeZone: string; placeName: string; placeAddress: string; onlineUrl: string };
  };
  'minutes-published': {
    meetingId: string;
    /** The version that was sent. */
    number: number;
    by: string;
    /** The organiser's own words, '' for none. */
    message: string;
  };
  cancellation: {
    meetingId: string;
    attendanceId: string;
    /** The meeting is off, or this person was taken off its list. */
    why: 'cancelled' | 'removed';
    sequence: number;
    by: string;
  };
  'follow-up-assigned': { followUpIds: string[]; by: string };
  'follow-up-reminder': { followUpIds: string[] };
  'review-invitation': ReviewNews;
  'review-reminder': ReviewNews & { occasion: ReviewReminderOccasion };
  'review-summary': ReviewNews;
  /** To organisers: what came in between two instants. */
  'review-digest': { reviewId: string; from: string; to: string };
  /** To organisers: the last day of proposing is over. */
  'review-deadline': { reviewId: string; deadline: string };
}

/** Why somebody is written to once more: two days are left, it is the last day, or an organiser asked for it. */
export type ReviewReminderOccasion = 'soon' | 'last' | 'asked';

interface ReviewNews {
  reviewId: string;
  attendanceId: string;
}

interface InvitationNews {
  attendanceId: string;
  /** The organiser whose name the mail carries. */
  by: string;
}

export type MailTemplateName = keyof MailPayloads;

export interface MailToRender<Name extends MailTemplateName> {
  payload: MailPayloads[Name];
  personId: string | null;
  toAddress: string;
  toName: string;
  /** What the person prefers; `locale` is the nearest language that has a catalogue. */
  language: Language;
  locale: Locale;
}

/** Renders one mail at the moment it is sent; null when it is no longer wanted (the meeting was cancelled since…). */
export type MailTemplate<Name extends MailTemplateName> = (services: Services, mail: MailToRender<Name>) => Promise<RenderedMail | null>;
