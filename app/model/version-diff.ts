import type { ComparedBlock } from './note-history.ts';

/** The parts of minutes that are compared one by one, in the order of the page. */
export type DiffPartKind = 'header' | 'notes' | 'agenda' | 'highlights' | 'section' | 'records' | 'next' | 'annex' | 'complements';

/** One part of two versions, side by side. */
export interface DiffPart {
  /** Unique in the comparison. */
  key: string;
  what: DiffPartKind;
  /** Of a section, as it is after; '' elsewhere. */
  title: string;
  /** What the section was called before, when that is something else. */
  was: string | null;
  /** Of a section as a whole; 'moved': it stood elsewhere among the others. */
  change: 'same' | 'added' | 'removed' | 'moved';
  /** Every line of it; their keys are unique in the comparison. */
  blocks: ComparedBlock[];
}

/** What changed from one version of minutes to another. */
export interface VersionDiff {
  /** Parts that have lines, changed or not. */
  parts: DiffPart[];
}

/** Parts in which anything changed, with the lines that did. */
export function changesOf({ parts }: VersionDiff): DiffPart[] {
  return parts
    .map((part) => ({ ...part, blocks: part.blocks.filter(({ change }) => change !== 'same') }))
    .filter(({ blocks, change, was }) => blocks.length > 0 || change !== 'same' || was !== null);
}
