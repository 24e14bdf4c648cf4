import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Inline } from '#app/model/notes.ts';
import { type HouseStyle, type Logo, logoOnPaper } from './house-style.ts';
import { NAMESPACES, odtStyles, odtTableStyles, pageStyles, RIGHT_TO_LEFT, rightToLeftStyles } from './odt-styles.ts';
import { escaped } from './odt-text.ts';
import { NEW_PAGE, newPageStyles, odtContents, odtIndexLine, VOLUME_LOOKS, volumeHead } from './odt-volume.ts';
import type { OfficeDocument, Part } from './office-document.ts';
import type { OfficeWords } from './office-words.ts';
import { isRightToLeft } from './typst-text.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';
const DEEPEST = 10;
// a fixed moment (the first that zip knows): the same minutes are the same bytes
const MOMENT = new Date(1980, 0, 1);

/** An OpenDocument text (ISO/IEC 26300, ODF 1.3) of what stands in an office document. */
export function writeOdt(office: OfficeDocument, words: OfficeWords, house: HouseStyle): Uint8Array<ArrayBuffer> {
  const file = (text: string) => [strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`), { mtime: MOMENT }] as const;
  const { logo } = house;
  const parts = {
    // first and not compressed (ODF 1.3, part 2, section 3.3): it tells what the file is
    mimetype: [strToU8(TYPE), { level: 0, mtime: MOMENT }],
    'content.xml': file(contentXml(office, house)),
    'styles.xml': file(stylesXml(office, words, house)),
    'meta.xml': file(metaXml(office)),
    ...(logo ? { [pathOf(logo)]: [Buffer.from(logo.base64, 'base64'), { mtime: MOMENT }] } : {}),
    'META-INF/manifest.xml': file(manifest(logo)),
  } as const;
  return zipSync(parts as unknown as Zippable);
}

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' } as const;
const pathOf = ({ type }: Logo) => `Pictures/logo.${EXTENSIONS[type]}`;

function logoOf(logo: Logo): string {
  const { width, height } = logoOnPaper(logo);
  const size = `svg:width="${width.toFixed(1)}mm" svg:height="${height.toFixed(1)}mm"`;
  const picture = `<draw:image xlink:href="${pathOf(logo)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${escaped(logo.alt)}</svg:title>`;
  return `<text:p text:style-name="Logo"><draw:frame draw:name="logo" text:anchor-type="as-char" ${size}>${picture}</draw:frame></text:p>`;
}

function contentXml({ parts }: OfficeDocument, { colour, logo }: HouseStyle): string {
  const columns = new Map<string, string>();
  const body = groupItems(parts)
    .map((part) => (Array.isArray(part) ? listsOf(part) : xmlOf(part, columns)))
    .join('');
  const styles = [...columns].map(
    ([share, name]) =>
      `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:rel-column-width="${share}*"/></style:style>`,
  );
  return `<office:document-content ${NAMESPACES}><office:automatic-styles>${odtTableStyles(colour)}${rightToLeftStyles(body)}${newPageStyles(body)}${styles.join('')}</office:automatic-styles><office:body><office:text>${logo ? logoOf(logo) : ''}${body}</office:text></office:body></office:document-content>`;
}

type Item = Part & { type: 'item' };

/** Items that follow one another are one list. */
function groupItems(parts: readonly Part[]): (Item[] | Exclude<Part, Item>)[] {
  const groups: (Item[] | Exclude<Part, Item>)[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.type !== 'item') groups.push(part);
    else if (Array.isArray(last) && (part.level > 0 || part.list === last[0]?.list)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function listsOf(items: readonly Item[]): string {
  let xml = '';
  const open: Item[] = [];
  const close = (depth: number) => {
    while (open.length > depth) {
      open.pop();
      xml += '</text:list-item></text:list>';
    }
  };
  for (const item of items) {
    const depth = Math.min(item.level, DEEPEST - 1) + 1;
    close(depth);
    const same = open[depth - 1];
    if (same && same.list !== item.list) close(depth - 1);
    if (open.length < depth) {
      while (open.length < depth) {
        open.push(item);
        xml += `<text:list text:style-name="${item.ordered ? 'Numbers' : 'Bullets'}"><text:list-item>`;
      }
    } else if (item.first) xml += '</text:list-item><text:list-item>';
    xml += paragraph('Item', item.inline, item.bookmark);
  }
  close(0);
  return xml;
}

function xmlOf(part: Exclude<Part, Item>, columns: Map<string, string>): string {
  switch (part.type) {
    case 'rule':
      return '<text:p text:style-name="Rule"/>';
    case 'table':
      return tableOf(part, columns);
    case 'contents':
      return odtContents(part.entries);
    case 'indexed':
      return odtIndexLine(runsOf(part.inline), part.places);
    case 'paragraph': {
      const level = /^heading(\d)$/.exec(part.style)?.[1];
      const mark = part.bookmark ? `<text:bookmark text:name="${escaped(part.bookmark)}"/>` : '';
      const style = `Heading_20_${level}${part.newPage ? NEW_PAGE : ''}`;
      if (level) return `<text:h text:style-name="${style}" text:outline-level="${level}">${mark}${runsOf(part.inline)}</text:h>`;
      const name = part.style === 'title' ? 'Title' : part.style === 'text' ? 'Text_20_body' : part.style;
      return paragraph(part.newPage ? `${name}${NEW_PAGE}` : name, part.inline, part.bookmark);
    }
  }
}

function tableOf({ widths, head, rows }: Part & { type: 'table' }, columns: Map<string, string>): string {
  const row = (cells: Inline[][], kind: 'Head' | 'Cell') =>
    `<table:table-row table:style-name="Row">${cells
      .map(
        (cell) =>
          `<table:table-cell table:style-name="${kind}" office:value-type="string">${paragraph(`Table${kind}`, cell)}</table:table-cell>`,
      )
      .join('')}</table:table-row>`;
  const named = widths.map((width) => {
    const share = String(width * 1000);
    columns.set(share, `Column${share}`);
    return `<table:table-column table:style-name="Column${share}"/>`;
  });
  const header = head ? `<table:table-header-rows>${row(head, 'Head')}</table:table-header-rows>` : '';
  const body = rows.map((cells) => row(cells, 'Cell')).join('');
  return `<table:table table:style-name="Table">${named.join('')}${header}${body}</table:table><text:p text:style-name="TableCell"/>`;
}

/** `bookmark`: by which it is found when the file comes back. */
function paragraph(style: string, inline: readonly Inline[], bookmark?: string): string {
  const mark = bookmark ? `<text:bookmark text:name="${bookmark}"/>` : '';
  return `<text:p text:style-name="${style}${isRightToLeft(inline) ? RIGHT_TO_LEFT : ''}">${mark}${runsOf(inline)}</text:p>`;
}

function runsOf(inline: readonly Inline[]): string {
  return inline
    .map(({ text, bold, italic, underline, href }) => {
      let xml = spaced(text);
      if (underline) xml = `<text:span text:style-name="Underline">${xml}</text:span>`;
      if (italic) xml = `<text:span text:style-name="Emphasis">${xml}</text:span>`;
      if (bold) xml = `<text:span text:style-name="Strong_20_Emphasis">${xml}</text:span>`;
      return href ? `<text:a xlink:type="simple" xlink:href="${escaped(href)}">${xml}</text:a>` : xml;
    })
    .join('');
}

/** Spaces and line breaks as elements: as characters they would be collapsed (ODF 1.3, part 3, section 6.1.2). */
function spaced(text: string): string {
  return escaped(text)
    .replace(/^ | {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>');
}

function stylesXml({ footer, head }: OfficeDocument, { pageOf: [before, between, after], styles }: OfficeWords, house: HouseStyle): string {
  const number = '<text:page-number text:select-page="current">1</text:page-number>';
  const count = '<text:page-count>1</text:page-count>';
  const page = `${before}${number}${between}${count}${after}`;
  const line = `${house.footer ? `${escaped(house.footer)}<text:line-break/>` : ''}${escaped(footer)}`;
  return `<office:document-styles ${NAMESPACES}><office:styles>${odtStyles(house.colour, styles)}${head === undefined ? '' : VOLUME_LOOKS}</office:styles>${pageStyles(`${line}<text:tab/>${page}`, head === undefined ? '' : volumeHead(escaped(head)))}</office:document-styles>`;
}

function metaXml({ title, publisher, language }: OfficeDocument): string {
  return `<office:document-meta ${NAMESPACES}><office:meta><meta:generator>Tertulia</meta:generator><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(publisher)}</meta:initial-creator><dc:creator>${escaped(publisher)}</dc:creator><dc:language>${language}</dc:language></office:meta></office:document-meta>`;
}

function manifest(logo: Logo | null): string {
  const files = ['content.xml', 'styles.xml', 'meta.xml'].map((path) => [path, 'text/xml']);
  if (logo) files.push([pathOf(logo), logo.type]);
  const entries = files.map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`);
  return `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>${entries.join('')}</manifest:manifest>`;
}
