import { strToU8, type Zippable, zipSync } from 'fflate';
import { type Cell, type Sheet, tabName, xmlSafe } from './sheet.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
// a fixed moment (the first that zip knows): the same table is the same bytes
const MOMENT = new Date(1980, 0, 1);
const NAMESPACES = ['office', 'table', 'text', 'style', 'fo', 'number']
  .map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'fo' ? 'xsl-fo-compatible' : name === 'number' ? 'datastyle' : name}:1.0"`,
  )
  .join(' ');

/** A table as an OpenDocument spreadsheet (ISO/IEC 26300, ODF 1.3): words are typed as words, so none is a formula; days and moments are dates. */
export function writeOds(sheet: Sheet): Buffer {
  const file = (text: string) => [strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`), { mtime: MOMENT }] as const;
  const parts = {
    // first and not compressed (ODF 1.3, part 2, section 3.3): it tells what the file is
    mimetype: [strToU8(TYPE), { level: 0, mtime: MOMENT }],
    'content.xml': file(contentOf(sheet)),
    'META-INF/manifest.xml': file(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  } as const;
  return Buffer.from(zipSync(parts as unknown as Zippable));
}

function contentOf({ name, columns, rows }: Sheet): string {
  const widths = columns.map(
    ({ title, width }, index) =>
      `<style:style style:name="c${index}" style:family="table-column"><style:table-column-properties style:column-width="${((width ?? Math.max(12, title.length + 2)) * 0.21).toFixed(1)}cm"/></style:style>`,
  );
  const styles = `<office:automatic-styles>${DATE_STYLES}${widths.join('')}</office:automatic-styles>`;
  const cols = columns.map((_, index) => `<table:table-column table:style-name="c${index}"/>`).join('');
  const head = `<table:table-header-rows><table:table-row>${columns.map(({ title }) => wordsCell(title, ' table:style-name="head"')).join('')}</table:table-row></table:table-header-rows>`;
  const body = rows.map((cells) => `<table:table-row>${cells.map(cellOf).join('')}</table:table-row>`).join('');
  return `<office:document-content ${NAMESPACES} office:version="1.3">${styles}<office:body><office:spreadsheet><table:table table:name="${escaped(tabName(name))}">${cols}${head}${body}</table:table></office:spreadsheet></office:body></office:document-content>`;
}

const part = (name: string) => `<number:${name} number:style="long"/>`;
const dash = '<number:text>-</number:text>';
const ISO_DAY = `${part('year')}${dash}${part('month')}${dash}${part('day')}`;
const DATE_STYLES = `<number:date-style style:name="nDay">${ISO_DAY}</number:date-style><number:date-style style:name="nMoment">${ISO_DAY}<number:text> </number:text>${part('hours')}<number:text>:</number:text>${part('minutes')}</number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="nDay"/><style:style style:name="moment" style:family="table-cell" style:data-style-name="nMoment"/><style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>`;

function cellOf(cell: Cell): string {
  if (cell === null || cell === '') return '<table:table-cell/>';
  if (typeof cell === 'number')
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  if (typeof cell === 'string') return wordsCell(cell);
  const [style, value] = 'day' in cell ? ['day', cell.day] : ['moment', `${cell.moment}:00`.slice(0, 19)];
  const shown = value.replace('T', ' ').slice(0, 16);
  return `<table:table-cell table:style-name="${style}" office:value-type="date" office:date-value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
}

function wordsCell(words: string, style = ''): string {
  const paragraphs = words.split('\n').map((line) => `<text:p>${spaced(escaped(line))}</text:p>`);
  return `<table:table-cell${style} office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
}

/** Spaces that follow one another, which XML would make one (ODF 1.3, part 3, section 6.1.3). */
function spaced(text: string): string {
  return text.replace(/\t/g, '<text:tab/>').replace(/^ | {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

function escaped(text: string): string {
  return xmlSafe(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
