import { escaped } from './odt-text.ts';
import type { PlaceInFile } from './office-document.ts';

// What only a volume has in an OpenDocument text: contents, an index, running heads. Numbers of pages refer to bookmarks
// (ODF 1.3, part 3, section 7.7): what stands in them is our guess until the word processor counts.

/** What the names of styles of headings that begin a page end with. */
export const NEW_PAGE = '-page';

/** The styles of that kind which a text names, for content.xml: each like the one that it is made from. */
export function newPageStyles(body: string): string {
  const names = new Set([...body.matchAll(/text:style-name="(\w+)-page"/g)].map(([, name = '']) => name));
  return [...names]
    .map(
      (name) =>
        `<style:style style:name="${name}${NEW_PAGE}" style:family="paragraph" style:parent-style-name="${name}"><style:paragraph-properties fo:break-before="page"/></style:style>`,
    )
    .join('');
}

const RIGHT = '<style:tab-stops><style:tab-stop style:position="16.4cm" style:type="right"';

const QUIET = '#55635e';

function cover(name: string, label: string, paragraph: string, text: string): string {
  return `<style:style style:name="${name}" style:display-name="${label}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
}

/** Of office:styles. */
export const VOLUME_LOOKS = [
  `<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.18cm">${RIGHT} style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>`,
  '<style:style style:name="Index_20_1" style:display-name="Index 1" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="0.5cm" fo:text-indent="-0.5cm" fo:margin-bottom="0.04cm"/><style:text-properties fo:font-size="10pt"/></style:style>',
  '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>',
  cover('kicker', 'Surtitre', 'fo:margin-top="7cm" fo:margin-bottom="0.2cm"', `fo:font-size="12pt" fo:color="${QUIET}"`),
  cover('subtitle', 'Sous-titre', 'fo:margin-bottom="2cm"', 'fo:font-size="14pt"'),
  cover('contentsTitle', 'Titre du sommaire', 'fo:margin-bottom="0.4cm"', 'fo:font-size="15pt" fo:font-weight="bold"'),
].join('');

const pageOf = ({ bookmark, page }: Omit<PlaceInFile, 'title'>) =>
  `<text:bookmark-ref text:reference-format="page" text:ref-name="${escaped(bookmark)}">${page}</text:bookmark-ref>`;
const link = (bookmark: string, xml: string) =>
  `<text:a xlink:type="simple" xlink:href="#${escaped(bookmark)}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">${xml}</text:a>`;

/** A table of contents that is filled already, and that one may update. */
export function odtContents(entries: readonly PlaceInFile[]): string {
  const template =
    '<text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents_20_1"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>';
  const lines = entries.map(
    ({ title, ...place }) =>
      `<text:p text:style-name="Contents_20_1">${link(place.bookmark, `${escaped(title)}<text:tab/>${pageOf(place)}`)}</text:p>`,
  );
  return `<text:table-of-content text:name="contents" text:protected="true"><text:table-of-content-source text:outline-level="1" text:use-outline-level="true">${template}</text:table-of-content-source><text:index-body>${lines.join('')}</text:index-body></text:table-of-content>`;
}

export function odtIndexLine(name: string, places: readonly Omit<PlaceInFile, 'title'>[]): string {
  const numbers = places.map((place) => link(place.bookmark, pageOf(place))).join(', ');
  return `<text:p text:style-name="Index_20_1">${name}\u2002${numbers}</text:p>`;
}

/** The volume at the left, the part of it at the right. */
export function volumeHead(head: string): string {
  return `<text:p text:style-name="Foot">${head}<text:tab/><text:chapter text:display="name" text:outline-level="1"/></text:p>`;
}
