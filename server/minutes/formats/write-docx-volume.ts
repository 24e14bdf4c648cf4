import {
  Header,
  InternalHyperlink,
  type IParagraphStyleOptions,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  Run,
  SimpleField,
  Tab,
  TabStopType,
  TextRun,
  XmlComponent,
} from 'docx';
import type { PlaceInFile } from './office-document.ts';

// What only a volume has in Word: contents, an index, running heads. Numbers of pages are fields (ISO/IEC 29500-1, 17.16.5):
// what stands in them is our guess until the word processor counts.

/** Where the text ends, in twentieths of a point. */
const LINE = 9350;
const LEADER = { type: TabStopType.RIGHT, position: LINE, leader: LeaderType.DOT } as const;

export const VOLUME_STYLES: IParagraphStyleOptions[] = [
  {
    ...{ id: 'TOC1', name: 'toc 1', basedOn: 'Normal', next: 'Normal', quickFormat: true },
    paragraph: { spacing: { after: 110 } },
  },
  {
    id: 'indexed',
    name: 'index 1',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { spacing: { after: 20 }, indent: { left: 300, hanging: 300 } },
    run: { size: 20 },
  },
];

const QUIET = '55635E';
const cover = (id: string, name: string, size: number, before: number, after: number, color: string): IParagraphStyleOptions => ({
  ...{ id, name, basedOn: 'Normal', next: 'Normal', run: { size, color } },
  paragraph: { spacing: { before, after } },
});

/** Of the cover, and above the contents. */
export const COVER_STYLES = [
  cover('kicker', 'Surtitre', 24, 4200, 120, QUIET),
  cover('subtitle', 'Sous-titre', 28, 60, 1200, '0F1F1B'),
  { ...cover('contentsTitle', 'Titre du sommaire', 30, 0, 240, '0F1F1B'), run: { size: 30, bold: true } },
];

/** A field of several runs: what it is, and what it shows until it is counted. */
function field(code: string, shown: string): ParagraphChild[] {
  return [new FieldPart('begin'), new FieldCode(code), new FieldPart('separate'), new TextRun(shown), new FieldPart('end')];
}

class FieldPart extends Run {
  constructor(type: 'begin' | 'separate' | 'end') {
    super({});
    this.addChildElement(new Character(type));
  }
}

class Character extends XmlComponent {
  constructor(type: string) {
    super('w:fldChar');
    this.root.push({ _attr: { 'w:fldCharType': type } });
  }
}

class FieldCode extends Run {
  constructor(code: string) {
    super({});
    this.addChildElement(new Instruction(code));
  }
}

class Instruction extends XmlComponent {
  constructor(code: string) {
    super('w:instrText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, code);
  }
}

const pageRef = ({ bookmark, page }: Omit<PlaceInFile, 'title'>) => field(`PAGEREF ${bookmark} \\h`, String(page));

/** A field of contents that is filled already, so that it is there before anybody updates it. */
export function contentsOf(entries: readonly PlaceInFile[]): Paragraph[] {
  return entries.map((entry, index) => {
    const begin = index === 0 ? [new FieldPart('begin'), new FieldCode('TOC \\o "1-1" \\h \\z'), new FieldPart('separate')] : [];
    const end = index === entries.length - 1 ? [new FieldPart('end')] : [];
    const link = new InternalHyperlink({
      anchor: entry.bookmark,
      children: [new TextRun(entry.title), new TextRun({ children: [new Tab()] }), ...pageRef(entry)],
    });
    return new Paragraph({ style: 'TOC1', tabStops: [LEADER], children: [...begin, link, ...end] });
  });
}

export function indexLine(name: ParagraphChild[], places: readonly Omit<PlaceInFile, 'title'>[]): Paragraph {
  const numbers = places.flatMap((place, index) => [
    ...(index > 0 ? [new TextRun(', ')] : []),
    new InternalHyperlink({ anchor: place.bookmark, children: pageRef(place) }),
  ]);
  return new Paragraph({ style: 'indexed', children: [...name, new TextRun('\u2002'), ...numbers] });
}

/** The volume at the left, the part of it at the right; the cover has none. */
export function volumeHeaders(head: string) {
  const line = new Paragraph({
    style: 'notice',
    tabStops: [{ type: TabStopType.RIGHT, position: LINE }],
    children: [new TextRun(`${head}\t`), new SimpleField('STYLEREF 1')],
  });
  return { first: new Header({ children: [] }), default: new Header({ children: [line] }) };
}
