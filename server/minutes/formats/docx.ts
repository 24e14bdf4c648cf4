import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type IBordersOptions,
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
import { m } from '#app/messages/compiled/messages.js';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';
import { type HouseStyle, NO_STYLE } from './house-style.ts';
import { type Part, type PartStyle, toOfficeDocument } from './office-document.ts';
import type { VersionFacts } from './version-facts.ts';

/** In twentieths of a point: an A4 page less its margins. */
const LINE = 9350;
const INK = '0F1F1B';
const QUIET = '55635E';
const HOUSE = '0E4A3E';
const RULE = 'C9D2CC';
const DEEPEST = 8;

/** The minutes as a Word document (ISO/IEC 29500): real styles, header rows, language, title; the author is the group. */
export async function toDocx(
  content: MinutesContent,
  facts: VersionFacts,
  _style: HouseStyle = NO_STYLE,
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, publisher, footer, parts } = toOfficeDocument(content, facts);
  const file = new Document({
    title,
    creator: publisher,
    lastModifiedBy: publisher,
    styles: STYLES,
    numbering: { config: [bullets, ...numberings(parts)] },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1250, bottom: 1130, left: 1275, right: 1275 } } },
        footers: { default: new Footer({ children: [footerOf(footer)] }) },
        children: parts.flatMap(childrenOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** « Page 2 sur 6 » at the right. */
function footerOf(line: string): Paragraph {
  const [before = '', between = '', after = ''] = m.minutes_page_of({ page: '\u0000', pages: '\u0000' }, { locale: 'fr' }).split('\u0000');
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

function childrenOf(part: Part): (Paragraph | Table)[] {
  switch (part.type) {
    case 'paragraph':
      return [new Paragraph({ ...placeOf(part.style), children: runsOf(part.inline) })];
    case 'item': {
      const level = Math.min(part.level, DEEPEST);
      const place: IParagraphOptions = part.first
        ? { numbering: { reference: part.ordered ? `n${part.list}` : 'bullets', level } }
        : { indent: { left: 420 * (level + 1) } };
      return [new Paragraph({ ...place, children: runsOf(part.inline) })];
    }
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 1 } } })];
    case 'table':
      return [tableOf(part), new Paragraph({ style: 'cell' })];
  }
}

const HEADINGS: Partial<Record<PartStyle, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  title: HeadingLevel.TITLE,
  heading1: HeadingLevel.HEADING_1,
  heading2: HeadingLevel.HEADING_2,
  heading3: HeadingLevel.HEADING_3,
};

function placeOf(style: PartStyle): IParagraphOptions {
  const heading = HEADINGS[style];
  if (heading) return { heading };
  return style === 'text' ? {} : { style };
}

function tableOf({ widths, head, rows }: Part & { type: 'table' }): Table {
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
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: HOUSE, color: 'auto' } } : {}),
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

const label = (text: (inputs: object, options: { locale: 'fr' }) => string) => text({}, { locale: 'fr' });

const STYLES = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, color: INK, language: { value: 'fr-FR' } },
      paragraph: lines(264, 0, 100),
    },
    title: heading(44, INK, 60, 120),
    heading1: heading(30, HOUSE, 360, 140),
    heading2: heading(23, INK, 240, 60),
    heading3: heading(22, QUIET, 200, 80),
  },
  paragraphStyles: [
    named('organisation', 'Organisme', { run: { bold: true, color: HOUSE, size: 20 } }),
    named('fact', 'Fiche', { paragraph: lines(264, 0, 20) }),
    named('quote', 'Citation longue', { run: { italics: true }, paragraph: { indent: { left: 420 } } }),
    named('notice', 'Mention', { run: { size: 17, color: QUIET } }),
    named('head', 'En-tête de tableau', { run: { bold: true, color: 'FFFFFF', size: 19 }, paragraph: lines(240, 0, 0) }),
    named('cell', 'Cellule de tableau', { run: { size: 19 }, paragraph: lines(240, 0, 0) }),
    boxed('takeaway', label(m.minutes_takeaway), '8A6100', { fill: 'FBEFC9' }),
    boxed('decision', label(m.minutes_decision), HOUSE, { fill: 'DCEAE3', framed: true }),
    boxed('action', label(m.minutes_action), '1D4F91', { framed: true }),
    boxed('proposal', label(m.minutes_proposal), '7B2C66'),
    boxed('question', label(m.minutes_question), '8A6100'),
    boxed('caution', label(m.minutes_caution), 'BF2F1A'),
    boxed('agreement', label(m.minutes_agreement), '17663A'),
  ],
};
