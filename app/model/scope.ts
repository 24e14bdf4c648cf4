declare const minted: unique symbol;

/**
 * Scopes: proof that a gate looked. A read in db/<noun>/read.ts asks for one, and only a gate
 * (server/<noun>/access.ts) makes one, by `mint`: a query without a gate cannot be written.
 */
interface Scope<Kind extends string> {
  readonly [minted]: Kind;
}

/** What this person may do in this group. */
export interface GroupAbilities {
  organise: boolean;
  seeMembers: boolean;
}
export interface GroupScope extends Scope<'group'> {
  readonly groupId: string;
  readonly can: GroupAbilities;
}

/** A series of meetings of a group, and what this person may do in the group. */
export interface SeriesScope extends Scope<'series'> {
  readonly seriesId: string;
  readonly groupId: string;
  readonly can: GroupAbilities;
}

/** What this person may do in this meeting. */
export interface MeetingAbilities {
  /** Edit, invite, correct answers, check in, cancel, publish. */
  organise: boolean;
  /** The list of attendees, and the link of the video conference. */
  seeAttendees: boolean;
  seeOnlineLink: boolean;
  readNotes: boolean;
  writeNotes: boolean;
  /** Read the draft of the minutes with what the checker finds, and hand it in: organisers and rapporteurs. */
  report: boolean;
  /** The points of the agenda, which are the headings of the minutes: organisers, and rapporteurs until the minutes are approved. */
  arrange: boolean;
}
export interface MeetingScope extends Scope<'meeting'> {
  readonly meetingId: string;
  readonly groupId: string;
  readonly can: MeetingAbilities;
  /** The viewer's own attendance, if invited. */
  readonly attendanceId: string | null;
}

/** One reviewer of minutes, by personal link or signed in: what they may read is the draft, what they may write their own proposals. */
export interface ReviewScope extends Scope<'review'> {
  readonly reviewId: string;
  readonly minutesId: string;
  readonly meetingId: string;
  readonly attendanceId: string;
  readonly personId: string;
}

/** One action as whoever is to do it, by personal link or signed in: they answer for it, and change nothing else. */
export interface OwnFollowUpScope extends Scope<'follow-up'> {
  readonly followUpId: string;
  readonly personId: string;
}

/** A poll about dates, as whoever organises its group, or as one who is asked, by personal link or signed in. */
export interface DatePollScope extends Scope<'date-poll'> {
  readonly pollId: string;
  readonly groupId: string;
  /** The viewer's own ballot; null for an organiser who is not asked. */
  readonly voterId: string | null;
  readonly can: {
    organise: boolean;
    /** Who voted what. */
    seeVotes: boolean;
  };
}

/** The door of a poll for those who hold its guest link: what is asked, and nothing of who answered. */
export interface GuestDoorScope extends Scope<'date-poll-door'> {
  readonly pollId: string;
}

/** Past minutes that are being taken over, by whoever organises the group that they go to. */
export interface ImportScope extends Scope<'import'> {
  readonly importId: string;
  readonly groupId: string;
}

/** Which rows of lists this person may see: public ones, and those of the groups they belong to. */
export interface NetworkScope extends Scope<'network'> {
  readonly personId: string | null;
  /** Groups whose members-only meetings and minutes are visible; 'all' for a network organiser. */
  readonly groupIds: readonly string[] | 'all';
}

/** One edition, which of its sessions this person may see, and what they may do in it. */
export interface EditionScope extends Scope<'edition'> {
  readonly editionId: string;
  readonly groupId: string;
  readonly network: NetworkScope;
  readonly can: {
    /** Programme, registrations, doors, rapporteurs, volume: whoever organises the edition's group. */
    organise: boolean;
  };
}

/** Somebody who chairs, runs or speaks in an edition, by personal link: their own sessions, and what they send for them. */
export interface SpeakerScope extends Scope<'speaker'> {
  readonly editionId: string;
  readonly personId: string;
}

/** One registration for an edition: that of whoever holds its link, or of somebody whom the contact of a delegation looks after. */
export interface RegistrationScope extends Scope<'registration'> {
  readonly registrationId: string;
  readonly editionId: string;
  readonly groupId: string;
}

/** A delegation to an edition, as its contact. */
export interface DelegationScope extends Scope<'delegation'> {
  readonly delegationId: string;
  readonly editionId: string;
  readonly groupId: string;
}

/** What one means to attend at an edition: of whoever is signed in, or of the browser that keeps its secret. */
export interface OwnProgrammeScope extends Scope<'own-programme'> {
  /** Null: nothing chosen so far. */
  readonly ownProgrammeId: string | null;
  readonly editionId: string;
  /** What of it may be seen today. */
  readonly network: NetworkScope;
  /** Null: of a browser without an account. */
  readonly personId: string | null;
}

/** The votes of a meeting for whoever has the code that its room sees: the question, and nothing else of the meeting. */
export interface RoomScope extends Scope<'room'> {
  readonly meetingId: string;
  readonly code: string;
  /** Only who types the code of a badge votes. */
  readonly byBadge: boolean;
  /** Results while people still vote. */
  readonly showsCounts: boolean;
}

/** The viewer's own rows: sessions, feeds, invitations. */
export interface SelfScope extends Scope<'self'> {
  readonly personId: string;
}

/** One's own mails, signed in or by the link of one of them: which are sent, and when. */
export interface MailReaderScope extends Scope<'mail-reader'> {
  /** Who in the directory has the address; null: nobody. */
  readonly personId: string | null;
  /** Lower case; null: the person has none. */
  readonly address: string | null;
}

/** Somebody in the directory whom the viewer may correct. */
export interface PersonScope extends Scope<'person'> {
  readonly personId: string;
  readonly can: {
    /** Whoever has the address signs in as that person, so this asks for more than correcting a name. */
    changeAddress: boolean;
  };
}

/** An organisation that the viewer may correct. */
export interface OrganisationScope extends Scope<'organisation'> {
  readonly organisationId: string;
}

/** Mails that did not arrive: those about the meetings of groups that the viewer organises, or all of the network. */
export interface OutboxScope extends Scope<'outbox'> {
  readonly groupIds: readonly string[] | 'all';
}

/** The invented network of a demo, whose mails anyone may read. */
export interface DemoScope extends Scope<'demo'> {}

/** Mail that came in. */
export interface InboxScope extends Scope<'inbox'> {
  /** Groups about whose meetings it is; 'all' for whoever looks after the network: also what is about no meeting. */
  readonly groupIds: readonly string[] | 'all';
}

/** One door of an edition, by its link: who is expected there, by name, and nothing else of them. */
export interface CheckInDoorScope extends Scope<'check-in-door'> {
  readonly doorId: string;
  readonly editionId: string;
  readonly groupId: string;
  /** Null: the entrance of the edition. */
  readonly meetingId: string | null;
}

/** For gates only (tests/architecture.test.ts refuses it elsewhere). */
export function mint<S extends Scope<string>>(scope: Omit<S, typeof minted>): S {
  return scope as S;
}
