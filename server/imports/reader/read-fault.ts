import type { ReadingFault, ReadingNotice, SourcePart } from '#app/model/imports.ts';
import type { Inline } from '#app/model/notes.ts';

/** A document that is not read on; the reason is for whoever sent it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly fault: ReadingFault;

  constructor(fault: ReadingFault) {
    super(`The document is not read: ${fault}.`);
    this.fault = fault;
  }
}

/** What a word processor's file says of a paragraph besides its words. */
export interface Annotations {
  /** Names of the bookmarks that begin in it. */
  bookmarks: string[];
  /** Who changed it with changes being tracked. */
  authors: string[];
  /** The words before those changes; null when nothing was tracked. */
  before: Inline[] | null;
  commentIds: string[];
  comments: { id: string; author: string; text: string }[];
}

export type ReadPart = SourcePart & Partial<Annotations>;

export interface ReadFile {
  format: 'docx' | 'odt' | 'pdf' | 'text';
  parts: ReadPart[];
  notices: ReadingNotice[];
}
