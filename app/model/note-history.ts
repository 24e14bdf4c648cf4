import type { BlockKind } from './notes.ts';

/** Why a version of a section was kept: people paused, the meeting was closed, and around a restore what it replaced and what it made. */
export type VersionReason = 'pause' | 'closed' | 'before-restore' | 'restored';

/** A stretch of a block's text, as one version or both have it. */
export interface TextPart {
  text: string;
  change: 'same' | 'added' | 'removed';
}

/** A block of the notes as one line, wherever it stands. */
export interface BlockLook {
  type: 'paragraph' | 'heading' | 'rule';
  /** Of a paragraph; 'text' for the rest. */
  kind: BlockKind;
  /** What it stands in, if anything. */
  within: 'list' | 'quote' | 'table' | null;
}

/** One block of two versions of a section, side by side. */
export interface ComparedBlock {
  /** Unique in the comparison. */
  key: string;
  /** 'moved': said elsewhere before; its words may have changed as well. */
  change: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  /** As it is after; as it was, of one that was removed. */
  look: BlockLook;
  parts: TextPart[];
  /** What else was changed: each as it was and as it is. */
  kind?: { before: BlockKind; after: BlockKind };
  assignee?: { before: string; after: string };
  due?: { before: string | null; after: string | null };
  speaker?: true;
  format?: true;
}

export function countChanges(blocks: readonly ComparedBlock[]): Record<'added' | 'removed' | 'changed', number> {
  const count = (...changes: ComparedBlock['change'][]) => blocks.filter(({ change }) => changes.includes(change)).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed', 'moved') };
}
