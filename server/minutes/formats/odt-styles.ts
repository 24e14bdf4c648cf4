import { softOf } from './house-style.ts';
import type { OfficeWords } from './office-words.ts';

const SPACES: Record<string, string> = {
  office: 'office:1.0',
  style: 'style:1.0',
  text: 'text:1.0',
  table: 'table:1.0',
  fo: 'xsl-fo-compatible:1.0',
  meta: 'meta:1.0',
  draw: 'drawing:1.0',
  svg: 'svg-compatible:1.0',
};

/** The namespaces and the version that the root of each file declares (ODF 1.3). */
export const NAMESPACES = [
  ...Object.entries(SPACES).map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`),
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(' ');

const QUIET = '#55635e';
const RULE = '#c9d2cc';

interface Look {
  /** As the reader's list of styles shows it. */
  label?: string;
  parent?: string;
  paragraph?: string;
  text?: string;
  more?: string;
}

function style(name: string, { label, parent, paragraph = '', text = '', more = '' }: Look): string {
  const attributes = [
    `style:name="${name}" style:family="paragraph"`,
    label ? `style:display-name="${label}"` : '',
    parent ? `style:parent-style-name="${parent}"` : '',
    more,
  ];
  return `<style:style ${attributes.filter(Boolean).join(' ')}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
}

/** A bar at the left, or a frame: the shape says what it is in black and white too. */
function boxed(name: string, label: string, colour: string, { fill, framed = false }: { fill?: string; framed?: boolean } = {}): string {
  const border = framed ? `fo:border="0.75pt solid ${colour}"` : `fo:border="none" fo:border-left="2.5pt solid ${colour}"`;
  const shade = fill ? ` fo:background-color="${fill}"` : '';
  const place = 'fo:margin-top="0.15cm" fo:margin-bottom="0.25cm" fo:padding="0.15cm" fo:keep-together="always"';
  return style(name, { label, parent: 'Standard', paragraph: `${place} ${border}${shade} style:join-border="false"` });
}

function heading(level: number, size: number, colour: string, before: number): string {
  return style(`Heading_20_${level}`, {
    ...{
      label: `Heading ${level}`,
      parent: 'Standard',
      more: `style:default-outline-level="${level}" style:next-style-name="Text_20_body"`,
    },
    paragraph: `fo:margin-top="${before}cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"`,
    text: `fo:font-size="${size}pt" fo:font-weight="bold" fo:color="${colour}"`,
  });
}

const character = (name: string, label: string, look: string) =>
  `<style:style style:name="${name}" style:display-name="${label}" style:family="text"><style:text-properties ${look}/></style:style>`;

function list(name: string, levelOf: (level: number) => string): string {
  const levels = Array.from({ length: 10 }, (_, index) => levelOf(index + 1));
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
}

function indent(level: number, element: string, attributes: string): string {
  const left = `fo:margin-left="${level * 0.75}cm" fo:text-indent="-0.4cm" text:list-tab-stop-position="${level * 0.75}cm"`;
  return `<text:${element} text:level="${level}" ${attributes}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" ${left}/></style:list-level-properties></text:${element}>`;
}

const cell = (name: string, look: string) =>
  `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid ${RULE}" ${look}/></style:style>`;

/** Every style of an exported document (office:styles); `house` colours headings, header rows and decisions. */
export const odtStyles = (house: string, words: OfficeWords['styles']): string =>
  [
    '<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="1.25cm"/><style:text-properties style:font-name="Carlito" fo:font-family="Carlito, Calibri, sans-serif" fo:font-size="11pt" fo:language="fr" fo:country="FR" fo:color="#0f1f1b"/></style:default-style>',
    style('Standard', { paragraph: 'fo:margin-bottom="0.2cm" fo:line-height="115%" fo:orphans="2" fo:widows="2"' }),
    style('Text_20_body', { label: 'Text body', parent: 'Standard' }),
    style('Title', { parent: 'Standard', paragraph: 'fo:margin-bottom="0.3cm"', text: 'fo:font-size="22pt" fo:font-weight="bold"' }),
    heading(1, 15, house, 0.6),
    heading(2, 11.5, '#0f1f1b', 0.4),
    heading(3, 11, QUIET, 0.35),
    heading(4, 11, QUIET, 0.3),
    style('organisation', {
      label: 'Organisme',
      parent: 'Standard',
      text: `fo:font-weight="bold" fo:font-size="10pt" fo:color="${house}"`,
    }),
    style('fact', { label: 'Fiche', parent: 'Standard', paragraph: 'fo:margin-bottom="0.05cm"' }),
    style('quote', { label: 'Citation longue', parent: 'Standard', paragraph: 'fo:margin-left="0.75cm"', text: 'fo:font-style="italic"' }),
    style('notice', { label: 'Mention', parent: 'Standard', text: `fo:font-size="8.5pt" fo:color="${QUIET}"` }),
    style('Item', { label: 'List', parent: 'Standard', paragraph: 'fo:margin-bottom="0.1cm"' }),
    style('Rule', { label: 'Filet', parent: 'Standard', paragraph: `fo:border="none" fo:border-bottom="0.5pt solid ${RULE}"` }),
    style('TableCell', { label: 'Table Contents', parent: 'Standard', paragraph: 'fo:margin-bottom="0cm"', text: 'fo:font-size="9.5pt"' }),
    style('TableHead', { label: 'Table Heading', parent: 'TableCell', text: 'fo:font-weight="bold" fo:color="#ffffff"' }),
    boxed('takeaway', words.takeaway, '#8a6100', { fill: '#fbefc9' }),
    boxed('decision', words.decision, house, { fill: softOf(house), framed: true }),
    boxed('action', words.action, '#1d4f91', { framed: true }),
    boxed('proposal', words.proposal, '#7b2c66'),
    boxed('question', words.question, '#8a6100'),
    boxed('caution', words.caution, '#bf2f1a'),
    boxed('agreement', words.agreement, '#17663a'),
    character('Strong_20_Emphasis', 'Strong Emphasis', 'fo:font-weight="bold"'),
    character('Emphasis', 'Emphasis', 'fo:font-style="italic"'),
    character('Underline', 'Souligné', 'style:text-underline-style="solid" style:text-underline-width="auto"'),
    list('Bullets', (level) => indent(level, 'list-level-style-bullet', `text:bullet-char="${level % 2 === 1 ? '•' : '◦'}"`)),
    list('Numbers', (level) => indent(level, 'list-level-style-number', 'style:num-format="1" style:num-suffix="."')),
    style('Logo', { parent: 'Standard', paragraph: 'fo:text-align="end"' }),
  ].join('');

/** Styles of tables, for content.xml: writers heed those of cells only where the text is (office:automatic-styles). */
export const odtTableStyles = (house: string): string =>
  [
    '<style:style style:name="Table" style:family="table"><style:table-properties style:width="16.4cm" table:align="margins"/></style:style>',
    '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
    cell('Head', `fo:background-color="${house}"`),
    cell('Cell', ''),
  ].join('');

/** What the names of styles of paragraphs that begin at the right end with. */
export const RIGHT_TO_LEFT = '-rtl';

/** The styles of that kind which a text names, for content.xml: each like the one that it is made from. */
export function rightToLeftStyles(body: string): string {
  const names = new Set([...body.matchAll(/text:style-name="(\w+)-rtl"/g)].map(([, name = '']) => name));
  return [...names]
    .map((name) => style(`${name}${RIGHT_TO_LEFT}`, { parent: name, paragraph: 'style:writing-mode="rl-tb" fo:text-align="end"' }))
    .join('');
}

/** A4 upright, with `footer` (ODF text content) under each page; `head`: of a volume, whose first page has neither. */
export function pageStyles(footer: string, head = ''): string {
  const margins = 'fo:margin-top="2cm" fo:margin-bottom="1.6cm" fo:margin-left="2.3cm" fo:margin-right="2.3cm"';
  const header = head
    ? '<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style>'
    : '';
  const layout = `<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" ${margins}/>${header}<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>`;
  const foot =
    '<style:style style:name="Foot" style:family="paragraph" style:parent-style-name="notice"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="16.4cm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>';
  return `<office:automatic-styles>${layout}${foot}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">${head ? `<style:header>${head}</style:header>` : ''}<style:footer><text:p text:style-name="Foot">${footer}</text:p></style:footer></style:master-page></office:master-styles>`;
}
