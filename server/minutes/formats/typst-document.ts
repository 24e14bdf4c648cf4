import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { parseWhen } from '#app/model/when.ts';
import { type HouseStyle, logoOnPaper, NO_STYLE } from './house-style.ts';
import { leadFacts, noteTitle } from './minutes-words.ts';
import { pageOf } from './office-words.ts';
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
  /** Its height on paper in millimetres. */
  logo: { path: string; alt: string; height: number } | null;
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
/** Where the template finds the picture. */
export const LOGO_PATHS = { 'image/png': '/logo.png', 'image/jpeg': '/logo.jpg', 'image/svg+xml': '/logo.svg' } as const;

export function toTypstDocument(content: MinutesContent, facts: FileFacts, style: HouseStyle = NO_STYLE): TypstDocument {
  const { meeting } = content;
  const blocks = new TypstBlocks(content, facts.day);
  const text = (words: string) => typstText(words);
  const when = parseWhen(meeting.edtf);
  const date = when ? formatWhen(when, { zone: meeting.timeZone, ...fr }).date : '';
  const kicker = [meeting.group.name, content.edition === 'internal' ? m.minutes_edition_internal({}, fr) : ''].filter(Boolean).join(' · ');
  return {
    title: text(meeting.title).trim() || '—',
    kicker: text(kicker),
    publisher: text(meeting.group.name),
    ...{ language: content.language, region: 'FR' },
    day: facts.published.split('-').map(Number),
    colour: style.colour,
    logo: style.logo && {
      ...{ path: LOGO_PATHS[style.logo.type], alt: style.logo.alt || meeting.group.name },
      height: logoOnPaper(style.logo).height,
    },
    head: [shortened(text(meeting.title), 70), text(m.files_minutes_of({ date }, fr))],
    foot: shortened(text([style.footer, facts.line].filter(Boolean).join(' · ')), 110),
    pageOf: pageOf(),
    facts: factsOf(content, facts).map(([term, fact]) => [term, text(fact)]),
    notices: content.notes.map((note) => ({ label: text(`${noteTitle(note, facts.day)}\u00A0:`), text: text(note.text) })),
    parts: partsOf(content, facts, blocks),
    address: facts.address,
    proof: facts.proof.split('\n').map(text),
  };
}

/** Terms and facts under the title. */
export function factsOf(content: MinutesContent, facts: FileFacts): [string, string][] {
  const { meeting } = content;
  const all: [string, string][] = [
    [m.minutes_date({}, fr), facts.when],
    [m.minutes_place({}, fr), meeting.place],
    ...leadFacts(content),
    [m.minutes_state({}, fr), m.minutes_published_on({ date: formatDay(facts.published, 'fr') }, fr)],
  ];
  return all.filter(([, fact]) => fact !== '').map(([term, fact]) => [term, sentenceCase(fact)]);
}

/** For one line: cut where it would not fit. */
export function shortened(text: string, length: number): string {
  const characters = [...text.replaceAll('\n', ' ')];
  return characters.length > length
    ? `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
}
