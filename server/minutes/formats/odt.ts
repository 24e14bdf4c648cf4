import type { MinutesContent } from '#app/model/minutes-content.ts';
import { type HouseStyle, NO_STYLE } from './house-style.ts';
import { toOfficeDocument } from './office-document.ts';
import { officeWords } from './office-words.ts';
import type { VersionFacts } from './version-facts.ts';
import { writeOdt } from './write-odt.ts';

/** The minutes as an OpenDocument text (ISO/IEC 26300, ODF 1.3): real styles, header rows, language, title; the author is the group. */
export function toOdt(content: MinutesContent, facts: VersionFacts, house: HouseStyle = NO_STYLE): Uint8Array<ArrayBuffer> {
  return writeOdt(toOfficeDocument(content, facts), officeWords(), house);
}
