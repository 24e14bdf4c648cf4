import type { FileFormat } from '#app/model/minutes.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { HouseStyle } from '../formats/house-style.ts';
import { toOfficeDocument } from '../formats/office-document.ts';
import { officeWords } from '../formats/office-words.ts';
import { toTypstDocument } from '../formats/typst-document.ts';
import { type VersionStamp, versionFacts } from '../formats/version-facts.ts';
import type { RenderingOrder } from './rendering.ts';

/** Puts a version into words for the process that renders it; takes some 50 ms for 200 pages. */
export function orderRendering(format: FileFormat, content: MinutesContent, stamp: VersionStamp, house: HouseStyle): RenderingOrder {
  const facts = versionFacts(content, stamp);
  return format === 'pdf'
    ? { format, document: toTypstDocument(content, facts, house), house }
    : { format, document: toOfficeDocument(content, facts), words: officeWords(), house };
}
