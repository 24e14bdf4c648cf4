import type { MinutesContent } from '#app/model/minutes-content.ts';
import { type HouseStyle, NO_STYLE } from './house-style.ts';
import { toOfficeDocument } from './office-document.ts';
import { officeWords } from './office-words.ts';
import type { VersionFacts } from './version-facts.ts';
import { writeDocx } from './write-docx.ts';

/** The minutes as a Word document (ISO/IEC 29500): real styles, header rows, language, title; the author is the group. */
export function toDocx(content: MinutesContent, facts: VersionFacts, house: HouseStyle = NO_STYLE): Promise<Uint8Array<ArrayBuffer>> {
  return writeDocx(toOfficeDocument(content, facts), officeWords(), house);
}
