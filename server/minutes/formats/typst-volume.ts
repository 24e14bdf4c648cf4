import type { TypstDocument } from './typst-document.ts';
import type { TypstPart } from './typst-parts.ts';
import type { TypstRun } from './typst-text.ts';

/** What the template of a volume reads (files/volume.typ): words and shapes, in the order of its pages. */
export interface TypstVolume
  extends Pick<TypstDocument, 'title' | 'kicker' | 'publisher' | 'language' | 'region' | 'day' | 'colour' | 'logo'>,
    Pick<TypstDocument, 'foot' | 'pageOf' | 'address' | 'proof'> {
  /** In points: a long title is set smaller. */
  titleSize: number;
  subtitle: string;
  /** Days in words. */
  when: string;
  place: string;
  /** Of every page within a part, at the left; at the right: one for each part, in order, contents first. */
  head: string;
  heads: string[];
  /** Titles. */
  contents: string;
  /** Sessions that have no minutes. */
  absent: { title: string; lines: string[] };
  before: TypstVolumePart[];
  chapters: TypstChapter[];
  after: TypstVolumePart[];
  index: { title: string; groups: { title: string; entries: TypstIndexEntry[] }[] };
}

export interface TypstVolumePart {
  title: string;
  parts: TypstPart[];
  /** In two columns: short lines. */
  columns?: true;
}

export interface TypstChapter extends TypstVolumePart, Pick<TypstDocument, 'facts' | 'notices' | 'address' | 'proof'> {
  /** The name under which links find it. */
  a: string;
}

/** `places`: names that were given away. */
export interface TypstIndexEntry {
  name: TypstRun[];
  places: string[];
}
