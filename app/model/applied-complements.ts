import type { ProposedIdentity, ProposedText } from './complements.ts';
import type { NoteParagraph } from './notes.ts';

/** What accepting a proposal did to the notes, so that it can be listed, and undone. Kept in `complements.applied`. */
export interface AppliedText extends ProposedText {
  /** The paragraph that now says it: the new one of an insertion; of a deletion, the one that is gone. */
  blockId: string;
  agendaItemId: string;
  /** That paragraph before; null: there was none. */
  was: NoteParagraph | null;
  /** Paragraphs beside it, where one that was deleted goes back to. */
  previous: string | null;
  next: string | null;
  /** Whether the organiser changed the words first. */
  edited: boolean;
}

export interface AppliedIdentity extends ProposedIdentity {
  was: ProposedIdentity;
  edited: boolean;
}

export type Applied = AppliedText | AppliedIdentity;
