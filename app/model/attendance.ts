import type { OrganisationKind } from './directory.ts';
import type { MeetingStatus } from './meetings.ts';
import { cleanLine } from './text.ts';
import { boundsOf, whenOf } from './when.ts';

export const ATTENDANCE_ROLES = ['chair', 'facilitator', 'speaker', 'participant', 'interpreter', 'organiser', 'rapporteur'] as const;
export type AttendanceRole = (typeof ATTENDANCE_ROLES)[number];

/** What an invited person said: comes in person, comes remotely, cannot come, is represented by somebody; 'none' so far. */
export const ANSWERS = ['none', 'in_person', 'remote', 'declined', 'represented'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The answers that one can give, in the order in which they are offered. */
export const GIVEN_ANSWERS = ['in_person', 'remote', 'represented', 'declined'] as const satisfies readonly Answer[];
export type GivenAnswer = (typeof GIVEN_ANSWERS)[number];

/**
 * The answers that a meeting offers. Nobody is offered to follow from afar what has a room and no link: whoever chose that
 * would wait for a link that nobody promised. While neither is known, both stay open, as an answer does that was `given`.
 */
export function answersOffered(
  { place, online }: { place: boolean; online: boolean },
  given: Answer | null = null,
): readonly GivenAnswer[] {
  return online || !place || given === 'remote' ? GIVEN_ANSWERS : GIVEN_ANSWERS.filter((answer) => answer !== 'remote');
}

export const NOTES_ACCESS = ['write', 'read'] as const;
export type NotesAccess = (typeof NOTES_ACCESS)[number];

/** Longest values that the tables hold, in characters (db/migrations), and how many people one meeting takes. */
export const ATTENDANCE_LIMITS = {
  substituteName: 200,
  substituteFunction: 200,
  function: 200,
  organisation: 200,
  attendees: 2000,
} as const;

/** Somebody at a meeting: function and organisation as they were that day. */
export interface Attendee {
  /** Of the attendance. */
  id: string;
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  roles: AttendanceRole[];
  answer: Answer;
  /** Who comes instead; '' unless the answer is 'represented'. */
  substituteName: string;
  substituteFunction: string;
  /** ISO instant; null: not (yet) checked in. */
  checkedInAt: string | null;
}

/** What an organiser sees besides. */
export interface InvitedPerson extends Attendee {
  notesAccess: NotesAccess;
  /** ISO instants; null: no invitation was sent, no answer was given. */
  invitedAt: string | null;
  answeredAt: string | null;
  /** The organiser who noted the answer; null: the person gave it. */
  notedBy: string | null;
  /** What they wrote with the answer of their calendar; '' for nothing. */
  calendarComment: string;
  /** Their calendar said yes, and not where. */
  placeAssumed: boolean;
  /** Their calendar said « perhaps ». */
  tentative: boolean;
  /** Whether the person has an e-mail address, without which no invitation reaches them. */
  reachable: boolean;
  /** A mail to the address that they have today was refused for good. */
  refusedMail: boolean;
  /** A member of the meeting's own group, whose record its organisers keep right. */
  inGroup: boolean;
}

/** A group whose members an organiser may invite. */
export interface GroupToInvite {
  id: string;
  slug: string;
  name: string;
  members: number;
  /** Members who are not on the list yet. */
  missing: number;
}

/** Somebody of the directory, with what the directory says today. */
export interface PersonToInvite {
  id: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string | null;
  invited: boolean;
}

export function fullNameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim();
}

export type AnswerCounts = Record<Answer, number>;

export function countAnswers(attendees: readonly { answer: Answer }[]): AnswerCounts {
  const counts: AnswerCounts = { none: 0, in_person: 0, remote: 0, declined: 0, represented: 0 };
  for (const { answer } of attendees) counts[answer] += 1;
  return counts;
}

/** Attendees by organisation, in the order in which the organisations first appear. */
export function byOrganisation<A extends Pick<Attendee, 'organisationName'>>(
  attendees: readonly A[],
): { organisation: string; attendees: A[] }[] {
  const groups = new Map<string, A[]>();
  for (const attendee of attendees) {
    const group = groups.get(attendee.organisationName);
    if (group) group.push(attendee);
    else groups.set(attendee.organisationName, [attendee]);
  }
  return [...groups].map(([organisation, members]) => ({ organisation, attendees: members }));
}

/** Whether people may (still) answer by themselves, or why not. */
export type AnswerWindow = 'open' | 'started' | 'cancelled' | 'not_announced';

interface Dated {
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
}

/** Answers are taken until the meeting starts; when the hour is not known, until the end of what its date covers. */
export function answerWindow({ status, edtf, timeZone }: Dated, now: Temporal.Instant): AnswerWindow {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'draft') return 'not_announced';
  const when = whenOf(edtf);
  const bounds = boundsOf(when, timeZone);
  if (!bounds) return 'open';
  const closesAt = Temporal.Instant.from(when.kind === 'time' ? bounds.from : bounds.to);
  return Temporal.Instant.compare(now, closesAt) < 0 ? 'open' : 'started';
}

/** Whether a meeting is over; one without a date never is. */
export function isOver({ edtf, timeZone }: Pick<Dated, 'edtf' | 'timeZone'>, now: Temporal.Instant): boolean {
  const bounds = boundsOf(whenOf(edtf), timeZone);
  return bounds !== null && Temporal.Instant.compare(bounds.to, now) <= 0;
}

/** An answer that can be stored: a substitute has a name, and nobody else has one. */
export interface AnswerGiven {
  answer: GivenAnswer;
  substituteName: string;
  substituteFunction: string;
}

export type AnswerFault = 'answer_needed' | 'name_needed' | 'name_too_long' | 'function_too_long';

/** Reads an answer as a form sends it. Names become one line; what belongs to another answer is dropped. */
export function parseAnswer(sent: { answer: string; substituteName: string; substituteFunction: string }): AnswerGiven | AnswerFault {
  const answer = GIVEN_ANSWERS.find((one) => one === sent.answer);
  if (!answer) return 'answer_needed';
  if (answer !== 'represented') return { answer, substituteName: '', substituteFunction: '' };
  const substituteName = cleanLine(sent.substituteName);
  const substituteFunction = cleanLine(sent.substituteFunction);
  if (substituteName === '') return 'name_needed';
  if ([...substituteName].length > ATTENDANCE_LIMITS.substituteName) return 'name_too_long';
  if ([...substituteFunction].length > ATTENDANCE_LIMITS.substituteFunction) return 'function_too_long';
  return { answer, substituteName, substituteFunction };
}

/**
 * What an answer of a calendar (RFC 5545, 3.2.12) is here. « Accepted » does not say where: at what the meeting offers, and
 * when that is both, in the room, until the person says otherwise; `placeAssumed` has the pages ask. « Tentative » is no
 * answer yet. Whoever is represented has declined already, as far as a calendar knows.
 */
export function answerOfCalendar(
  partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE',
  { answer, placeAssumed, onSite, online }: { answer: Answer; placeAssumed: boolean; onSite: boolean; online: boolean },
): { answer: Exclude<Answer, 'represented'> | 'unchanged'; placeAssumed: boolean } {
  if (partstat === 'TENTATIVE') return { answer: 'none', placeAssumed: false };
  if (partstat === 'DECLINED') return { answer: answer === 'represented' ? 'unchanged' : 'declined', placeAssumed: false };
  if (answer === 'in_person' || answer === 'remote') return { answer: 'unchanged', placeAssumed };
  return { answer: online && !onSite ? 'remote' : 'in_person', placeAssumed: online === onSite };
}
