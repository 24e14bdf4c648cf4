import type { CheckKind } from './check-ins.ts';
import type { RegistrationCategory } from './registrations.ts';

// What a phone at a door and the server say to each other: one request, again and again. The phone sends what it noted and what
// it has seen; the answer says what was taken and what is new. Whatever is not named in the answer stays on the phone.

/** How somebody on the list stands at this door; 'elsewhere': registered, but not for this session. */
export const DOOR_STATES = ['expected', 'elsewhere', 'waiting', 'cancelled'] as const;
export type DoorState = (typeof DOOR_STATES)[number];

/** The least that a door needs of somebody. */
export interface DoorPerson {
  /** Salted hash of the badge's code, which names them here: base64url. */
  badge: string;
  /** The same of the short code under the QR code. */
  short: string;
  name: string;
  organisation: string;
  category: RegistrationCategory;
  state: DoorState;
}

export interface DoorList {
  /** Changes with the list. */
  version: string;
  /** What is put before a code when it is hashed: base64url. */
  salt: string;
  people: DoorPerson[];
}

/** Where somebody is: in since an instant, by a door; or out (at: null). */
export interface Presence {
  badge: string;
  at: string | null;
  door: string;
}

export interface Presences {
  /** The local day that they are of; another one than what was asked: all of them, and what was known is forgotten. */
  day: string;
  /** Send it with the next question. */
  change: number;
  list: Presence[];
}

export interface RoomCounts {
  inside: number;
  expected: number;
  /** Null: nobody knows. */
  capacity: number | null;
}

/** 'early' and 'over': not on the days of the edition. */
export type DoorOpenness = 'open' | 'early' | 'over' | 'revoked';

export interface WalkIn {
  givenName: string;
  familyName: string;
  organisation: string;
  category: RegistrationCategory;
}

interface DoorEventBase {
  /** UUID made on the phone. */
  id: string;
  /** ISO instant by the phone's clock. */
  at: string;
}
export type DoorEvent = DoorEventBase &
  (
    | { kind: CheckKind; badge: string; warned: boolean }
    | { kind: 'walk-in'; person: WalkIn }
    /** Takes back the check or the walk-in `of`. */
    | { kind: 'undo'; of: string }
  );

export interface SyncQuestion {
  /** UUID of this browser. */
  phone: string;
  /** The phone's clock when it sends: how wrong it is. */
  sentAt: string;
  /** Of the list that it has; null: none. */
  version: string | null;
  day: string | null;
  change: number;
  /** How many checks wait here, these among them. */
  pending: number;
  events: DoorEvent[];
}

/** Why a check was not taken, for good: the phone shows it and sends it no more. */
export type CheckRefusal = 'unknown-badge' | 'revoked' | 'early' | 'over' | 'not-registered';

export interface SyncAnswer {
  openness: DoorOpenness;
  /** Ids; what is held for the organisers is taken too. */
  taken: string[];
  refused: { id: string; reason: CheckRefusal }[];
  /** Null: as the phone has it. */
  list: DoorList | null;
  presences: Presences | null;
  counts: RoomCounts | null;
  /** What the server's clock says, ISO. */
  now: string;
}
