import type { AttendanceRole } from './attendance.ts';
import type { MeetingKind } from './meetings.ts';
import { BLOCK_KINDS, type BlockKind, type Inline } from './notes.ts';

/** How sure a reading is. Nothing is taken over before somebody looked, whatever it says. */
export type Confidence = 'sure' | 'likely' | 'unsure';

/** Most that is read of one file: what is longer is no minutes. `people`, `parts` and `text` (characters) hold after reading. */
export const IMPORT_LIMITS = {
  bytes: 20_000_000,
  pasted: 1_000_000,
  parts: 5000,
  partText: 20_000,
  text: 1_500_000,
  people: 1000,
  sections: 100,
  cells: 20,
  fileName: 255,
} as const;

/** One paragraph, item of a list or row of a table, as the file has it. */
export interface SourcePart {
  shape: 'paragraph' | 'heading' | 'item' | 'row';
  /** Of a heading from 1; of an item from 0, how deep it stands. */
  level: number;
  ordered: boolean;
  inline: Inline[];
  /** Of a row; empty otherwise. */
  cells: Inline[][];
  /** The file itself says what it is: a named style of our own exports. */
  kind: BlockKind | null;
  /** In a text: its first line, from 1. Null: the file has no lines. */
  line: number | null;
}

/** What a piece of the source becomes. `told`: a person's words in the third person, which stay, under that person's name. */
export const PIECE_KINDS = ['out', 'section', 'heading', 'told', 'item', 'row', ...BLOCK_KINDS] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

export function isPieceKind(value: unknown): value is PieceKind {
  return PIECE_KINDS.some((kind) => kind === value);
}

/** What is proposed for (a piece of) one part of the source; in the order of the source. */
export interface ImportedPiece {
  /** Unique in the draft. */
  id: string;
  /** Index of its part in the source. */
  part: number;
  kind: PieceKind;
  confidence: Confidence;
  inline: Inline[];
  cells: Inline[][];
  /** Of an item, how deep; of a row, 1 for a row of headers. */
  level: number;
  ordered: boolean;
  /** Of a turn, and of what is told: an attendee of the draft. */
  speakerId: string | null;
  /** Of an action. */
  assignee: string;
  /** ISO day. */
  due: string | null;
}

/** Where a person was found: what that is worth differs. */
export type FoundIn = 'table' | 'list' | 'header' | 'turn' | 'told' | 'added';

export interface ImportedAttendee {
  /** Unique in the draft. */
  id: string;
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  roles: AttendanceRole[];
  /** Named among those who could not come. */
  excused: boolean;
  /** '' when the file has none. Kept only when asked for. */
  email: string;
  keepEmail: boolean;
  found: FoundIn;
  confidence: Confidence;
  /** Index of the part where the person is first named. */
  part: number | null;
  /** Id of a person of the directory; 'new': somebody who is not in it; null: nobody said yet. */
  person: string | 'new' | null;
  /** Not taken over. */
  out: boolean;
}

export interface Guess<T> {
  value: T;
  confidence: Confidence;
  /** Index of the part that says so; null: nothing does. */
  part: number | null;
}

export interface ImportedHeader {
  title: Guess<string>;
  kind: Guess<MeetingKind>;
  /** EDTF, see app/model/when.ts. */
  when: Guess<string>;
  placeName: Guess<string>;
  placeAddress: Guess<string>;
  placeAccess: Guess<string>;
  /** IANA name; '': that of the group. */
  timeZone: Guess<string>;
}

/** What a person has to know of how the file was read. */
export type ReadingNotice = 'cut' | 'pictures' | 'macros' | 'linked' | 'changes' | 'comments';

/** What was read from a file, and what is proposed to become of it. */
export interface ImportDraft {
  source: SourcePart[];
  header: ImportedHeader;
  attendees: ImportedAttendee[];
  pieces: ImportedPiece[];
  notices: ReadingNotice[];
  /** E-mail addresses and telephone numbers in the text stay in it. */
  keepContacts: boolean;
}

/** Why a file was not read. */
export type ReadingFault =
  | 'empty'
  | 'too_large'
  | 'unknown_format'
  | 'old_word'
  | 'damaged'
  | 'encrypted'
  | 'bomb'
  | 'too_many_entries'
  | 'unsafe_names'
  | 'unsafe_xml'
  | 'scan'
  | 'garbled'
  | 'too_long'
  | 'too_slow';
