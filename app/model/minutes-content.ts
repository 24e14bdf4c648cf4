import type { Answer } from './attendance.ts';
import type { ComplementKind } from './complements.ts';
import type { OrganisationKind } from './directory.ts';
import type { MeetingKind } from './meetings.ts';
import type { Inline, NoteBlock, NoteParagraph } from './notes.ts';

/**
 * The published tree: everything that one version of minutes says, and nothing that must not be public
 * (no e-mail address, no link of the video conference). Every format is rendered from it alone,
 * so that two formats of one version can never differ.
 */
export interface MinutesContent {
  /** Rises when the shape of this tree changes; old versions keep theirs and are read through `server/minutes/read-content.ts`. */
  format: 2;
  edition: Edition;
  language: 'fr';
  meeting: MeetingHeader;
  agenda: AgendaLine[];
  /** « L’essentiel »: the take-aways that the organiser chose to show first. */
  highlights: TakeAway[];
  /** All take-aways, by point of the agenda: each leads to the place where it was said. */
  synthesis: SynthesisPoint[];
  sections: MinutesSection[];
  decisions: Decision[];
  actions: Action[];
  /** What comes next and when, soonest first: actions with a due date, the group's next meetings, dates told in the conclusion. */
  nextSteps: NextStep[];
  annex: Annex;
  /** What was accepted of what participants proposed. */
  complements: AcceptedComplement[];
  /** Errata and editor's notes, oldest first. */
  notes: VersionNote[];
}

/** Two readings of one text: what anybody may read, and what the people concerned may. */
export const EDITIONS = ['public', 'internal'] as const;
export type Edition = (typeof EDITIONS)[number];

/**
 * How a statement is attributed in the public edition: to the person; to their organisation; to nobody; or the statement
 * stays in the internal edition.
 */
export const ATTRIBUTION_LEVELS = ['name', 'organisation', 'none', 'internal'] as const;
export type AttributionLevel = (typeof ATTRIBUTION_LEVELS)[number];

export interface AgendaLine {
  title: string;
  /** Of its section; null when nothing was noted there. */
  anchor: string | null;
  minutes: number;
}

export interface NextStep {
  /** In the page; null for a meeting. */
  anchor: string | null;
  /** See app/model/when.ts; null: no date was told. */
  edtf: string | null;
  inline: Inline[];
  /** Who, '' when nobody in particular. */
  who: string;
  /** In the internal edition: the public one leaves it out. */
  internal?: true;
}

export interface AcceptedComplement {
  /** Of the block that it changed or added; null when it changed no block, or the block is gone. */
  anchor: string | null;
  kind: ComplementKind;
  /** As attributed in this edition. */
  author: string;
  /** ISO day on which it was accepted. */
  day: string;
  /** In the internal edition: the public one leaves it out. */
  internal?: true;
}

export interface VersionNote {
  kind: 'erratum' | 'editor_note';
  /** The version that came with it. */
  number: number;
  /** ISO day. */
  day: string;
  text: string;
}

export interface MeetingHeader {
  slug: string;
  title: string;
  kind: MeetingKind;
  group: { slug: string; name: string };
  /** See app/model/when.ts. */
  edtf: string;
  timeZone: string;
  place: string;
  /** As attributed in this edition, in the order of the attendee list: people, their organisations, or nobody. */
  chairs: string[];
  /** The same; whoever chairs is not repeated here. */
  facilitators: string[];
}

export interface TakeAway {
  /** Anchor of the block in the page. */
  anchor: string;
  inline: Inline[];
  /** As attributed in this edition: a person, an organisation, or null. */
  speaker: string | null;
  /** In the internal edition: the public one leaves it out. */
  internal?: true;
}

/** The take-aways of one point of the agenda. */
export interface SynthesisPoint {
  title: string;
  /** Of the section. */
  anchor: string;
  takeAways: TakeAway[];
}

export interface MinutesSection {
  /** Anchor; made from the title, unique in the page. */
  anchor: string;
  title: string;
  entries: Entry[];
}

/**
 * What a person said, from their turn to the next one; or a block of the notes that nobody in particular said. Where the
 * attribution changes in the middle of a turn, what follows is an intervention of its own.
 */
export type Entry = Intervention | { type: 'block'; anchor: string; attribution: AttributionLevel; block: NoteBlock };

export interface Intervention {
  type: 'intervention';
  anchor: string;
  /** In the public edition as `attribution` says: without a name, or without anything. */
  speaker: { name: string; function: string; organisation: string };
  attribution: AttributionLevel;
  blocks: NoteBlock[];
}

export interface Decision {
  /** Of the paragraph in the notes. */
  blockId: string;
  /** D1, D2…: how people quote it. */
  number: string;
  anchor: string;
  inline: Inline[];
  /** In the internal edition: the public one leaves it out. */
  internal?: true;
}

export interface Action {
  /** Of the paragraph in the notes. */
  blockId: string;
  number: string;
  anchor: string;
  inline: Inline[];
  /** As attributed in this edition; '' when nobody is named. */
  assignee: string;
  /** ISO date, or null when nobody set one. */
  due: string | null;
  /** In the internal edition: the public one leaves it out. */
  internal?: true;
}

/** In the public edition as the meeting's own attribution says: people, their organisations alone (without names), or nobody. */
export interface Annex {
  present: AnnexGroup[];
  /** People who could not come; reasons are never recorded. */
  excused: AnnexPerson[];
}

export interface AnnexGroup {
  kind: OrganisationKind;
  people: AnnexPerson[];
}

export interface AnnexPerson {
  organisation: string;
  /** '' where only the organisation is told. */
  name: string;
  function: string;
  /** in person, remotely, or for somebody else */
  answer: Answer;
  /** the person they stood in for */
  represents: string | null;
}

/** The synthesis, unless « L’essentiel » says all of it already. */
export function synthesisToShow({ synthesis, highlights }: Pick<MinutesContent, 'synthesis' | 'highlights'>): SynthesisPoint[] {
  const all = synthesis.reduce((sum, { takeAways }) => sum + takeAways.length, 0);
  return all > highlights.length ? synthesis : [];
}

/** The words of a run of text, without its marks. */
export function textOf(inline: readonly Inline[]): string {
  return inline.map((run) => run.text).join('');
}

/** The words of a block, whatever it is made of. */
export function blockText(block: NoteBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOf(block.inline);
    case 'list':
      return block.items.flat().map(blockText).join(' ');
    case 'quote':
      return block.blocks.map(blockText).join(' ');
    case 'table':
      return block.rows
        .flat()
        .flatMap((cell) => cell.blocks)
        .map(blockText)
        .join(' ');
    case 'rule':
      return '';
  }
}

/** Every paragraph of a block, in reading order: itself, or those that it holds. */
export function* paragraphsOf(block: NoteBlock): Generator<NoteParagraph> {
  switch (block.type) {
    case 'paragraph':
      yield block;
      break;
    case 'list':
      for (const item of block.items) for (const inner of item) yield* paragraphsOf(inner);
      break;
    case 'quote':
      for (const inner of block.blocks) yield* paragraphsOf(inner);
      break;
    case 'table':
      for (const row of block.rows) for (const cell of row) for (const inner of cell.blocks) yield* paragraphsOf(inner);
      break;
    case 'heading':
    case 'rule':
      break;
  }
}

/** Reading time in minutes at 230 words a minute, at least one. */
export function readingTime(content: MinutesContent): number {
  const blocks = content.sections.flatMap((section) =>
    section.entries.flatMap((entry) => (entry.type === 'intervention' ? entry.blocks : [entry.block])),
  );
  const words = blocks.reduce((sum, block) => sum + (blockText(block).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return Math.max(1, Math.round(words / 230));
}
