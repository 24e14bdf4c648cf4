import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { parseWhen } from '#app/model/when.ts';
import { HOUSE_COLOUR, type HouseStyle, NO_STYLE } from './house-style.ts';
import { TypstBlocks } from './typst-blocks.ts';
import { partsOf, type TypstPart } from './typst-parts.ts';
import { typstText } from './typst-text.ts';
import type { FileFacts } from './version-facts.ts';

/** What the template of the PDF reads (files/minutes.typ): words and shapes, in the order of the page. */
export interface TypstDocument {
  title: string;
  /** Above the title. */
  kicker: string;
  publisher: string;
  language: string;
  region: string;
  /** Of publication: year, month, day. */
  day: number[];
  /** '#0e4a3e' */
  colour: string;
  logo: { path: string; alt: string } | null;
  /** On every page but the first, left and right. */
  head: [string, string];
  foot: string;
  /** Around the number of the page and that of all pages. */
  pageOf: [string, string, string];
  facts: [string, string][];
  /** Errata and editor's notes. */
  notices: { label: string; text: string }[];
  parts: TypstPart[];
  address: string;
  /** The address in words, then the fingerprint. */
  proof: string[];
}

const fr = { locale: 'fr' } as const;
export const LOGO_PATHS = { 'image/png': '/logo.png', 'image/jpeg': '/logo.jpg', 'image/svg+xml': '/logo.svg' } as const;

export function toTypstDocument(content: MinutesContent, facts: FileFacts, style: HouseStyle = NO_STYLE): TypstDocument {
  const { meeting } = content;
  const blocks = new TypstBlocks(content, facts.day);
  const text = (words: string) => typstText(words);
  const [before = '', between = '', after = ''] = m.minutes_page_of({ page: '\u0000', pages: '\u0000' }, fr).split('\u0000');
  const when = parseWhen(meeting.edtf);
  const date = when ? formatWhen(when, { zone: meeting.timeZone, ...fr }).date : '';
  const kicker = [meeting.group.name, content.edition === 'internal' ? m.files_internal({}, fr) : ''].filter(Boolean).join(' · ');
  return {
    title: text(meeting.title).trim() || '—',
    kicker: text(kicker),
    publisher: text(meeting.group.name),
    ...{ language: content.language, region: 'FR' },
    day: facts.published.split('-').map(Number),
    colour: style.colour ?? HOUSE_COLOUR,
    logo: style.logo && { path: LOGO_PATHS[style.logo.type], alt: style.logo.alt || meeting.group.name },
    head: [shortened(text(meeting.title), 70), text(m.files_minutes_of({ date }, fr))],
    foot: shortened(text([style.footer, facts.line].filter(Boolean).join(' · ')), 110),
    pageOf: [before, between, after],
    facts: factsOf(content, facts).map(([term, fact]) => [term, text(fact)]),
    notices: content.notes.map(({ kind, day, text: words }) => ({
      label: (kind === 'erratum' ? m.files_erratum : m.files_editor_note)({ date: facts.day(day) }, fr),
      text: text(words),
    })),
    parts: partsOf(content, facts, blocks),
    address: facts.address,
    proof: facts.proof.split('\n').map(text),
  };
}

function factsOf({ meeting }: MinutesContent, facts: FileFacts): [string, string][] {
  const all: [string, string][] = [
    [m.minutes_date({}, fr), facts.when],
    [m.minutes_place({}, fr), meeting.place],
    [m.minutes_facilitation({}, fr), [...(meeting.chairs ?? []), ...meeting.facilitators].join(', ')],
    [m.minutes_state({}, fr), m.minutes_published_on({ date: formatDay(facts.published, 'fr') }, fr)],
  ];
  return all.filter(([, fact]) => fact !== '').map(([term, fact]) => [term, sentenceCase(fact)]);
}

/** For one line: cut where it would not fit. */
function shortened(text: string, length: number): string {
  const characters = [...text.replaceAll('\n', ' ')];
  return characters.length > length
    ? `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
}
