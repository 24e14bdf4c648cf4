import type { BlockKind, Inline } from './notes.ts';

/**
 * What a participant proposes during review, anchored on a paragraph of the notes: insert one after it, replace or delete
 * its words, say something about it; or (identity) put right how the minutes name them.
 */
export const COMPLEMENT_KINDS = ['insert', 'replace', 'delete', 'comment', 'identity'] as const;
export type ComplementKind = (typeof COMPLEMENT_KINDS)[number];

export type ComplementState = 'open' | 'accepted' | 'refused' | 'withdrawn';

/** What a paragraph should say. */
export interface ProposedText {
  kind: BlockKind;
  inline: Inline[];
}

/** How the minutes should name somebody. */
export interface ProposedIdentity {
  name: string;
  function: string;
  organisation: string;
}

export function isIdentity(proposed: ProposedText | ProposedIdentity): proposed is ProposedIdentity {
  return 'name' in proposed;
}

/** Most characters of a proposed text, and of a comment. */
export const MAX_PROPOSED = 20_000;
export const MAX_COMMENT = 5000;
/** Most characters of a reason. */
export const MAX_REASON = 2000;
/** Most open proposals of one person on one set of minutes. */
export const MAX_OPEN_COMPLEMENTS = 200;
