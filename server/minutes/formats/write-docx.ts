import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type IBordersOptions,
  ImageRun,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Inline } from '#app/model/notes.ts';
import { type HouseStyle, type Logo, logoOnPaper, softOf } from './house-style.ts';
import type { OfficeDocument, Part, PartStyle } from './office-document.ts';
import type { OfficeWords } from './office-words.ts';
import { isRightToLeft } from './typst-text.ts';
import { COVER_STYLES, contentsOf, indexLine, VOLUME_STYLES, volumeHeaders } from './write-docx-volume.ts';

/** In twentieths of a point: an A4 page less its margins. */
const LINE = 9350;
const INK = '0F1F1B';
const QUIET = '55635E';
const RULE = 'C9D2CC';
const DEEPEST = 8;

/** A Word document (ISO/IEC 29500) of what stands in an office document. */
export async function writeDocx(document: OfficeDocument, words: OfficeWords, house: HouseStyle): Promise<Uint8Array<ArrayBuffer>> {
  const { title, publisher, footer, parts } = document;
  const file = new Document({
    title,
    creator: publisher,
    lastModifiedBy: publisher,
    styles: stylesOf(house, words),
    ...(parts.some(({ type }) => type === 'contents') ? { features: { updateFields: true } } : {}),
    numbering: { config: [bullets, ...numberings(parts)] },
    sections: [
      {
        ...(document.head === undefined ? {} : { headers: volumeHeaders(document.head) }),
        properties: {
          titlePage: document.head !== undefined,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1250, bottom: 1130, left: 1275, right: 1275 } },
        },
        footers: {
          ...(document.head === undefined ? {} : { first: new Footer({ children: [] }) }),
          default: new Footer({
            children: [...(house.footer ? [new Paragraph({ style: 'notice', text: house.footer })] : []), footerOf(footer, words)],
          }),
        },
        children: [...(house.logo ? [logoOf(house.logo)] : []), ...parts.flatMap((part) => childrenOf(part, house))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** « Page 2 sur 6 » at the right. */
function footerOf(line: string, { pageOf: [before, between, after] }: OfficeWords): Paragraph {
  return new Paragraph({
    style: 'notice',
    tabStops: [{ type: TabStopType.RIGHT, position: LINE }],
    children: [
      new TextRun(`${line}\t${before}`),
      new TextRun({ children: [PageNumber.CURRENT] }),
      new TextRun(between),
      new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
      new TextRun(after),
    ],
  });
}

/** Pixels of 96 to the inch, as the library counts. */
const PIXELS_PER_MM = 96 / 25.4;

function logoOf(logo: Logo): Paragraph {
  const { width, height } = logoOnPaper(logo);
  const picture = {
    data: Buffer.from(logo.base64, 'base64'),
    transformation: { width: Math.round(width * PIXELS_PER_MM), height: Math.round(height * PIXELS_PER_MM) },
    altText: { name: 'logo', title: logo.alt, description: logo.alt },
  };
  // programs that do not know SVG show the other picture: an empty one
  const run =
    logo.type === 'image/svg+xml'
      ? new ImageRun({ type: 'svg', ...picture, fallback: { type: 'png', data: Buffer.from(EMPTY_PNG, 'base64') } })
      : new ImageRun({ type: logo.type === 'image/png' ? 'png' : 'jpg', ...picture });
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] });
}

const EMPTY_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=';

function childrenOf(part: Part, house: HouseStyle): (Paragraph | Table)[] {
  switch (part.type) {
    case 'paragraph': {
      const place = { ...placeOf(part.style), ...(part.newPage ? { pageBreakBefore: true } : {}) };
      return [new Paragraph({ ...place, ...directionOf(part.inline), children: marked(part) })];
    }
    case 'item': {
      const level = Math.min(part.level, DEEPEST);
      const place: IParagraphOptions = part.first
        ? { numbering: { reference: part.ordered ? `n${part.list}` : 'bullets', level } }
        : { indent: { left: 420 * (level + 1) } };
      return [new Paragraph({ ...place, ...directionOf(part.inline), children: marked(part) })];
    }
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 1 } } })];
    case 'table':
      return [tableOf(part, house), new Paragraph({ style: 'cell' })];
    case 'contents':
      return contentsOf(part.entries);
    case 'indexed':
      return [indexLine(runsOf(part.inline), part.places)];
  }
}

/** The words, within the bookmark by which they are found when the file comes back. */
function marked({ inline, bookmark }: Part & { type: 'paragraph' | 'item' }) {
  const runs = runsOf(inline);
  return bookmark ? [new Bookmark({ id: bookmark, children: runs })] : runs;
}

/** Begins at the right when its first letter does. */
function directionOf(inline: readonly Inline[]): IParagraphOptions {
  return isRightToLeft(inline) ? { bidirectional: true } : {};
}

const HEADINGS: Partial<Record<PartStyle, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  title: HeadingLevel.TITLE,
  heading1: HeadingLevel.HEADING_1,
  heading2: HeadingLevel.HEADING_2,
  heading3: HeadingLevel.HEADING_3,
  heading4: HeadingLevel.HEADING_4,
};

function placeOf(style: PartStyle): IParagraphOptions {
  const heading = HEADINGS[style];
  if (heading) return { heading };
  return style === 'text' ? {} : { style };
}

function tableOf({ widths, head, rows }: Part & { type: 'table' }, house: HouseStyle): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((width / whole) * LINE));
  const row = (cells: Inline[][], isHead: boolean) =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map(
        (inline, index) =>
          new TableCell({
            width: { size: columns[index] ?? 0, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 90, right: 90 },
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: hex(house.colour), color: 'auto' } } : {}),
            children: [new Paragraph({ style: isHead ? 'head' : 'cell', children: runsOf(inline) })],
          }),
      ),
    });
  return new Table({
    width: { size: LINE, type: WidthType.DXA },
    columnWidths: columns,
    tableLook: { firstRow: head !== null, firstColumn: false, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    borders: Object.fromEntries(
      ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
        side,
        { style: BorderStyle.SINGLE, size: 4, color: RULE },
      ]),
    ),
    rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
  });
}

function runsOf(inline: readonly Inline[]): (TextRun | ExternalHyperlink)[] {
  return inline.flatMap(({ text, bold, italic, underline, href }): (TextRun | ExternalHyperlink)[] => {
    const runs = text.split('\n').map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(bold ? { bold } : {}),
          ...(italic ? { italics: true } : {}),
          ...(underline ? { underline: {} } : {}),
          ...(href ? { style: 'Hyperlink' } : {}),
        }),
    );
    return href ? [new ExternalHyperlink({ link: href, children: runs })] : runs;
  });
}

const bullets = {
  reference: 'bullets',
  levels: Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    ...{ level, format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '◦' },
    style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 240 } } },
  })),
};

/** A numbering each, so that every list begins at one. */
function numberings(parts: readonly Part[]) {
  const lists = new Set(parts.flatMap((part) => (part.type === 'item' && part.ordered ? [part.list] : [])));
  return [...lists].map((list) => ({
    reference: `n${list}`,
    levels: bullets.levels.map(({ level, style }) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, style })),
  }));
}

// `lineRule` beside `line`: without it Word takes the figure as exact, and large lines overlap
const lines = (line: number, before: number, after: number) => ({ spacing: { before, after, line, lineRule: 'auto' as const } });

const named = (id: PartStyle | 'head' | 'cell', name: string, more: Partial<IParagraphStyleOptions> = {}): IParagraphStyleOptions => ({
  ...{ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true },
  ...more,
});

/** A bar at the left, or a frame: the shape says what it is in black and white too. */
function boxed(id: PartStyle, name: string, color: string, { fill, framed = false }: { fill?: string; framed?: boolean } = {}) {
  const side = { style: BorderStyle.SINGLE, size: framed ? 6 : 20, color, space: 6 };
  const border: IBordersOptions = framed ? { top: side, bottom: side, left: side, right: side } : { left: side };
  const shading = fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {};
  return named(id, name, { paragraph: { ...lines(264, 80, 140), keepLines: true, indent: { left: 140, right: 80 }, border, ...shading } });
}

const heading = (size: number, color: string, before: number, after: number) => ({
  run: { size, bold: true, color },
  paragraph: { ...lines(240, before, after), keepNext: true },
});

/** Colours are written without their sign. */
const hex = (colour: string) => colour.slice(1).toUpperCase();

const stylesOf = ({ colour }: HouseStyle, { styles }: OfficeWords) => ({
  default: {
    document: {
      run: { font: 'Calibri', size: 22, color: INK, language: { value: 'fr-FR' } },
      paragraph: lines(264, 0, 100),
    },
    title: heading(44, INK, 60, 120),
    heading1: heading(30, hex(colour), 360, 140),
    heading2: heading(23, INK, 240, 60),
    heading3: heading(22, QUIET, 200, 80),
    heading4: heading(22, QUIET, 160, 60),
  },
  paragraphStyles: [
    named('organisation', 'Organisme', { run: { bold: true, color: hex(colour), size: 20 } }),
    named('fact', 'Fiche', { paragraph: lines(264, 0, 20) }),
    named('quote', 'Citation longue', { run: { italics: true }, paragraph: { indent: { left: 420 } } }),
    named('notice', 'Mention', { run: { size: 17, color: QUIET } }),
    named('head', 'En-tête de tableau', { run: { bold: true, color: 'FFFFFF', size: 19 }, paragraph: lines(240, 0, 0) }),
    named('cell', 'Cellule de tableau', { run: { size: 19 }, paragraph: lines(240, 0, 0) }),
    ...COVER_STYLES,
    ...VOLUME_STYLES,
    boxed('takeaway', styles.takeaway, '8A6100', { fill: 'FBEFC9' }),
    boxed('decision', styles.decision, hex(colour), { fill: hex(softOf(colour)), framed: true }),
    boxed('action', styles.action, '1D4F91', { framed: true }),
    boxed('proposal', styles.proposal, '7B2C66'),
    boxed('question', styles.question, '8A6100'),
    boxed('caution', styles.caution, 'BF2F1A'),
    boxed('agreement', styles.agreement, '17663A'),
  ],
});
