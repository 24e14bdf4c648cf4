import type { ComplementKind, ComplementState, ProposedIdentity } from './complements.ts';
import type { TextPart } from './note-history.ts';
import type { BlockKind, NoteBlock } from './notes.ts';

/** A proposal as the organiser's screen shows it. */
export interface ShownProposal {
  id: string;
  kind: ComplementKind;
  /** `hue`: what gives the avatar its colour. */
  author: { hue: string; name: string; organisation: string };
  /** It came back in a file. */
  fromFile: boolean;
  /** Instant. */
  createdAt: string;
  comment: string;
  state: ComplementState;
  decision: { byName: string; at: string; reason: string; edited: boolean } | null;
  /** Of a text: what it should say, and as what. */
  proposed: { text: string; kind: BlockKind } | null;
  /** From the words that its author saw to those that are proposed. */
  parts: TextPart[];
  /** What accepting would make the paragraph say. */
  result: string;
  /** The paragraph says something else than its author saw: all three, and what would become of them. */
  since: { was: string; now: TextPart[]; merged: TextPart[]; clean: boolean } | null;
  /** The paragraph is gone, with the words that it had. */
  gone: { baseText: string } | null;
  identity: { was: ProposedIdentity; wanted: ProposedIdentity } | null;
  /** What the organiser has before their eyes; comes back with the decision. */
  seen: string;
}

/** A stretch of the draft beside which the same proposals stand. */
export interface DraftRow {
  key: string;
  /** At the beginning of a turn. */
  speaker: { hue: string; name: string; organisation: string } | null;
  blocks: NoteBlock[];
  /** Ids of proposals, those of its paragraphs. */
  proposals: string[];
}

export interface DraftSection {
  agendaItemId: string;
  title: string;
  rows: DraftRow[];
  /** Ids of proposals on paragraphs that are gone, and of those for the end of the point. */
  loose: string[];
  /** Where what has lost its place may go: each paragraph by its first words. */
  spots: { blockId: string; words: string }[];
}

/** How the text of a paragraph shows what is proposed in it. */
export interface InlineProposal {
  /** Of the first open proposal to change it; null: its own words. */
  parts: TextPart[] | null;
  /** Ids of proposals to insert after it. */
  inserts: string[];
}

export interface ReviewDraft {
  sections: DraftSection[];
  /** Ids of proposals on no paragraph: identities, and what is about the whole. */
  general: string[];
  /** By the id of their paragraph. */
  inline: Record<string, InlineProposal>;
  proposals: Record<string, ShownProposal>;
  /** Ids of all, in the order of the screen. */
  order: string[];
}
