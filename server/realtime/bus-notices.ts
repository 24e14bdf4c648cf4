import type { LiveTopic } from '#app/model/notes-protocol.ts';
import type { NewLogRow } from '#db/notes/log.ts';
import { MAX_NOTICE_BYTES } from '#db/realtime/notices.ts';
import { decodePresenceChange, decodeRows, encodePresenceChange, encodeRows, type PresenceNotice, type RowNotice } from './bus-frames.ts';

// What the processes that serve one database tell each other. A notice is text: who sends it (SENDER_CHARACTERS), one letter
// for its kind, then JSON, or the base64 of bus-frames.ts. Processes of two versions may run side by side while one replaces
// the other: what a version does not know, it passes over.

/** Whose rights or sessions changed. */
export type Concerned = { personId: string } | { meetingId: string };

type PlainNotice =
  /** The sender lives. */
  | { kind: 'here' }
  /** It stops, and told everything that it did. */
  | { kind: 'bye' }
  /** It asks who has the notes of a meeting open. */
  | { kind: 'who'; meetingId: string }
  | { kind: 'changed'; meetingId: string; topic: LiveTopic }
  | { kind: 'access'; of: Concerned }
  /** It stored rows that it told nobody of. */
  | { kind: 'behind'; meetingId: string }
  /** It put a snapshot in the place of rows. */
  | { kind: 'compacted'; meetingId: string };
export type Notice = PlainNotice | { kind: 'rows'; rows: RowNotice[] } | { kind: 'presence'; change: PresenceNotice };

const LETTERS = {
  ...{ here: 'h', bye: 'b', who: 'w', changed: 'c', access: 'a' },
  ...{ behind: 'u', compacted: 'k', rows: 'r', presence: 'p' },
} as const;
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter as string, kind as Notice['kind']]));

export const SENDER_CHARACTERS = 8;
/** Bytes that a notice holds as base64. */
const MOST = Math.floor((MAX_NOTICE_BYTES - SENDER_CHARACTERS - 1) / 4) * 3;

export const senderOf = (text: string) => text.slice(0, SENDER_CHARACTERS);

export function plainNotice(sender: string, { kind, ...content }: PlainNotice): string {
  return `${sender}${LETTERS[kind]}${JSON.stringify(content)}`;
}

/** `whole`: with their content, as far as it fits. */
export function rowNotices(sender: string, rows: readonly NewLogRow[], { whole }: { whole: boolean }): string[] {
  return encodeRows(rows, { whole, most: MOST }).map((frame) => `${sender}${LETTERS.rows}${base64(frame)}`);
}

export function presenceNotices(sender: string, change: PresenceNotice): string[] {
  return encodePresenceChange(change, MOST).map((frame) => `${sender}${LETTERS.presence}${base64(frame)}`);
}

/** Null: of a kind that this version does not know. */
export function readNotice(text: string): Notice | null {
  const kind = KINDS.get(text.charAt(SENDER_CHARACTERS));
  const content = text.slice(SENDER_CHARACTERS + 1);
  if (!kind) return null;
  if (kind === 'rows') return { kind, rows: decodeRows(Buffer.from(content, 'base64')) };
  if (kind === 'presence') return { kind, change: decodePresenceChange(Buffer.from(content, 'base64')) };
  return { kind, ...JSON.parse(content) } as PlainNotice;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
