import type { Locale } from '#app/locale.ts';
import type { Partstat } from '#app/model/inbox.ts';
import type { Language } from '#app/model/language.ts';
import type { ReminderLead } from '#app/model/mail-preferences.ts';
import type { ReportLevel } from '#app/model/rapporteurs.ts';
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
    /** Of somebody who was removed: the meeting as it was then. Mails queued before this was kept have none. */
    known?: KnownMeeting;
  };
  /** Somebody's calendar seems to have answered, and nothing proves it. */
  'unproven-reply': { attendanceId: string; partstat: Partstat };
  /** Several dates of a series changed at once. */
  'series-change': {
    seriesId: string;
    by: string;
    news: { meetingId: string; what: 'moved' | 'cancelled' | 'place'; before: { edtf: string; timeZone: string } }[];
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
  'meeting-reminder': {
    attendanceId: string;
    /** Instant of the meeting that is reminded of: one that moved since has another. */
    startsAt: string;
    lead: ReminderLead;
  };
  /** What was kept for one reader and day. */
  digest: { digestId: string };
  'date-poll-invitation': {
    voterId: string;
    /** The organiser whose name it carries. */
    by: string;
    occasion: DatePollOccasion;
    /** The date that was added, of 'new_date'. */
    optionId?: string;
  };
  /** To a guest who asked for it, by the guest link. */
  'date-poll-own-link': { voterId: string };
  'date-poll-reminder': { voterId: string; by: string | null; occasion: DatePollReminderOccasion };
  /** To organisers: votes are not taken any more, with the best dates. */
  'date-poll-closed': { pollId: string; deadline: string };
  /** To organisers: a voter asks for another date. */
  'date-poll-proposal': { pollId: string; optionId: string };
  /** Where a registration for an edition stands, with its link. */
  registration: { registrationId: string; occasion: 'registered' | 'known' | 'delegation' | 'organiser' | 'link' };
  /** A place became free: at the edition, in sessions, or both. */
  'registration-place': { registrationId: string; edition: boolean; meetingIds: string[] };
  'registration-cancelled': { registrationId: string; by: 'self' | 'contact' | 'organiser' };
  /** To the contact of a delegation. */
  delegation: { delegationId: string };
  /** The same about somebody of it who has no address. */
  'delegation-place': { delegationId: string; registrationId: string; edition: boolean; meetingIds: string[] };
  /** The poll ended without a meeting, of which an invitation would tell. */
  'date-poll-settled': { voterId: string; by: string };
  'rapporteur-assigned': { attendanceId: string; by: string };
  /** The report of a session is due on this day; `by`: the organiser who asks, null when it comes by itself. */
  'rapporteur-reminder': { attendanceId: string; dueOn: string; level: ReportLevel; by: string | null };
  /** To organisers of an edition: what was handed in between two instants, and what is late. */
  'reports-news': { editionId: string; from: string; to: string };
  /** The page where a speaker confirms and sends what is theirs. */
  'speaker-link': { editionId: string; by: string; occasion: 'asked' | 'reminder' };
  /** To organisers: a speaker will not come. */
  'speaker-declined': { attendanceId: string };
}

/** Why somebody is written to once more: two days are left, it is the last day, or an organiser asked for it. */
export type ReviewReminderOccasion = 'soon' | 'last' | 'asked';

/** Why somebody is asked for dates: at first, or because a date was added since they answered. */
export type DatePollOccasion = 'asked' | 'new_date';
/** Two days are left, or an organiser asked for it. */
export type DatePollReminderOccasion = 'soon' | 'asked';

interface ReviewNews {
  reviewId: string;
  attendanceId: string;
}

/** What somebody knew of a meeting when they were taken off its list. */
export interface KnownMeeting {
  slug: string;
  title: string;
  edtf: string;
  timeZone: string;
  placeName: string;
  placeAddress: string;
  /** ISO instant. */
  removedAt: string;
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
