import type { Answer } from './attendance.ts';
import type { OrganisationKind } from './directory.ts';
import type { MeetingKind } from './meetings.ts';
import type { Inline, NoteBlock } from './notes.ts';

/**
 * The published tree: everything that one version of minutes says, and nothing that must not be public
 * (no e-mail address, no link of the video conference). Every format is rendered from it alone,
 * so that two formats of one version can never differ.
 */
export interface MinutesContent {
  /** Rises when the shape of this tree changes; old versions keep theirs. */
  format: 1;
  language: 'fr';
  meeting: MeetingHeader;
  /** « L’essentiel »: the take-aways that the organiser chose to show first. */
  highlights: TakeAway[];
  sections: MinutesSection[];
  decisions: Decision[];
  actions: Action[];
  annex: Annex;
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
  /** Chairs and facilitators, in the order of the attendee list. */
  facilitators: string[];
}

export interface TakeAway {
  /** Anchor of the block in the page. */
  anchor: string;
  inline: Inline[];
  speaker: string | null;
}

export interface MinutesSection {
  /** Anchor; made from the title, unique in the page. */
  anchor: string;
  title: string;
  entries: Entry[];
}

/** What a person said, from their turn to the next one; or a block of the notes that nobody in particular said. */
export type Entry = Intervention | { type: 'block'; anchor: string; block: NoteBlock };

export interface Intervention {
  type: 'intervention';
  anchor: string;
  speaker: { name: string; function: string; organisation: string };
  blocks: NoteBlock[];
}

export interface Decision {
  /** D1, D2…: how people quote it. */
  number: string;
  anchor: string;
  inline: Inline[];
}

export interface Action {
  number: string;
  anchor: string;
  inline: Inline[];
  assignee: string;
  /** ISO date, or null when nobody set one. */
  due: string | null;
}

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
  name: string;
  function: string;
  /** in person, remotely, or for somebody else */
  answer: Answer;
  /** the person they stood in for */
  represents: string | null;
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

/** Reading time in minutes at 230 words a minute, at least one. */
export function readingTime(content: MinutesContent): number {
  const blocks = content.sections.flatMap((section) =>
    section.entries.flatMap((entry) => (entry.type === 'intervention' ? entry.blocks : [entry.block])),
  );
  const words = blocks.reduce((sum, block) => sum + (blockText(block).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return Math.max(1, Math.round(words / 230));
}
