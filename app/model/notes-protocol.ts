import type { Facilitation } from './facilitation.ts';
import type { LivePolls } from './live-polls.ts';

/**
 * The conversation between an open page and the server, over Socket.IO on the product's own address (default path and
 * namespace), with the parser of socket-parser.ts on both sides. WebSocket first, long polling where a network forbids it:
 * `io({ parser: socketParser, transports: ['websocket', 'polling'], tryAllTransports: true })`.
 *
 * Who it is: the session cookie, at the handshake. Without a session the connection is refused: `connect_error` with the
 * message 'unauthenticated'.
 *
 * Any page of a meeting says `live:watch { meetingId }` and is told `live:changed { topic }` when what it shows changed;
 * it then loads anew. It carries no content.
 *
 * The notes say `notes:open { meetingId, schemaVersion, stateVector }`, one meeting a socket (opening another leaves the
 * first). The answer is a reason, or everything that is stored and not in `stateVector`: `base` (a Yjs update), `tail`
 * (frames of notes-frames.ts, decodeParts), and `stateVector`: what the server holds. Then:
 *
 *   page → server   notes:update   (n, update)       one Yjs update; n counts from 1 and rises with each, for as long as the page lives
 *   server → pages  notes:batch    (logId, frames)   updates that are on disk, the page's own among them
 *   page → server   notes:presence (state)           at most 20 a second are passed on; empty: nothing to show
 *   server → pages  notes:presence (frames)          decodePresence; every 100 ms at most
 *   server → pages  notes:people   { joined, left }  who has the notes open; names are the server's, never the sender's
 *   server → pages  live:state     { topic, state }  once after notes:open, and at each change (LiveStates)
 *   server → page   notes:rights   { canWrite }      from now on
 *   server → page   notes:refused  { n, reason }     this update was not taken
 *   server → page   notes:closed   { reason }        the notes are no longer open on this socket
 *
 * WHEN IS IT SAVED? When one's own update comes back in a batch: same author number, same n, same bytes (somebody's two
 * tabs count the same n, so compare the bytes). There is no other acknowledgement, and none before the commit.
 *
 * AFTER A REFUSAL the server drops what this socket sends until it opens again. AFTER_REFUSAL says how the page goes on:
 * 'resend': `notes:open` with one's state vector, then every update that was not acknowledged, as one diff against the
 * answer's state vector or one by one (a second arrival changes nothing); 'discard': one's document holds what nobody will
 * ever have; keep its text for the person, begin from an empty document; 'stop': say why, stop writing.
 *
 * AFTER A RECONNECTION the same as 'resend'; what is sent before the answer to `notes:open` is dropped. An update must start where the server's state vector ends (else: 'gap'), be
 * written under client ids that no other person used (else: 'forged'; a browser that changes hands must not reuse a
 * document), weigh at most MAX_UPDATE_BYTES and hold only what notes.ts names, in fragments `s:<id of an agenda item>`.
 */

/** Why something is refused or closed. Nothing else is ever said, so that a stranger learns nothing. */
export const REFUSALS = [
  // nobody is signed in, or the session ended: sign in again
  'unauthenticated',
  // no such meeting, or not for this person: the two are not told apart
  'not-allowed',
  // may read, may not write
  'read-only',
  // a fragment that is not of an agenda item of this meeting
  'section-unknown',
  // the notes of this agenda item are locked
  'section-locked',
  // the update, or the document with it
  'too-large',
  // wait a second
  'too-fast',
  // not an update, not of the schema, or not an event of this protocol
  'malformed',
  // updates before this one are missing
  'gap',
  // written under the client id of somebody else
  'forged',
  // load the page anew
  'schema-too-old',
  // the meeting is no more
  'meeting-closed',
  // the server stops or restarts: reconnect
  'going-away',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const AFTER_REFUSAL: Readonly<Record<Refusal, 'resend' | 'discard' | 'stop'>> = {
  unauthenticated: 'stop',
  'not-allowed': 'stop',
  'read-only': 'stop',
  'section-unknown': 'discard',
  'section-locked': 'discard',
  'too-large': 'discard',
  'too-fast': 'resend',
  malformed: 'discard',
  gap: 'resend',
  forged: 'discard',
  'schema-too-old': 'stop',
  'meeting-closed': 'stop',
  'going-away': 'resend',
};

/** What the open pages of a meeting are told of. 'notes': something was written by other means than an open editor. */
export const LIVE_TOPICS = ['meeting', 'agenda', 'attendance', 'records', 'minutes', 'notes', 'facilitation', 'polls'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/**
 * Topics whose content is told to whoever has the notes open (live:state): five hundred readers who each asked for it at
 * every vote would be five hundred requests. Each process reads it once, several times a second at most.
 */
export interface LiveStates {
  facilitation: Facilitation;
  polls: LivePolls;
}
export type LiveState = { [Topic in keyof LiveStates]: { topic: Topic; state: LiveStates[Topic] } }[keyof LiveStates];

/** Somebody who has the notes open; one entry for each tab or device. */
export interface NotePerson {
  /** Of the socket, in this room, until it leaves: presence names it. */
  seat: number;
  /** Of the person, in this meeting, for ever: updates name it. */
  author: number;
  personId: string;
  name: string;
  canWrite: boolean;
}

export interface OpenNotes {
  meetingId: string;
  /** SCHEMA_VERSION of the page's scripts; older than the server's: reading only. */
  schemaVersion: number;
  /** Y.encodeStateVector of what the page holds; absent or empty: nothing. */
  stateVector?: Uint8Array;
}

export type OpenedNotes =
  | { ok: false; reason: Refusal }
  | {
      ok: true;
      seat: number;
      author: number;
      canWrite: boolean;
      /** Why canWrite is false; 'schema-too-old' asks for a reload. */
      readOnly: 'read-only' | 'schema-too-old' | null;
      /** Yjs update; empty when there is nothing the page lacks. Apply it first. */
      base: Uint8Array;
      /** Frames; apply each part after `base`, in one Yjs transaction. */
      tail: Uint8Array;
      /** Y.encodeStateVector of what the server holds on disk. */
      stateVector: Uint8Array;
      people: NotePerson[];
      /** decodePresence. */
      presence: Uint8Array;
    };

export type WatchAnswer = { ok: true } | { ok: false; reason: Refusal };

/** Type parameters of Socket.IO: `Socket<ServerEvents, ClientEvents>` in the page, the other way round on the server. */
export interface ClientEvents {
  'live:watch': (what: { meetingId: string }, answer: (answer: WatchAnswer) => void) => void;
  'notes:open': (what: OpenNotes, answer: (answer: OpenedNotes) => void) => void;
  'notes:update': (n: number, update: Uint8Array) => void;
  'notes:presence': (state: Uint8Array) => void;
  'notes:leave': () => void;
}

export interface ServerEvents {
  'live:changed': (what: { topic: LiveTopic }) => void;
  'live:state': (what: LiveState) => void;
  'notes:batch': (logId: number, frames: Uint8Array) => void;
  'notes:presence': (frames: Uint8Array) => void;
  'notes:people': (change: { joined: NotePerson[]; left: number[] }) => void;
  'notes:rights': (rights: { canWrite: boolean }) => void;
  /** n: of the update; 0: of an event that had none. */
  'notes:refused': (what: { n: number; reason: Refusal }) => void;
  'notes:closed': (why: { reason: Refusal }) => void;
}
