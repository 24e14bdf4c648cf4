import { m } from '#app/messages/compiled/messages.js';
import { readMarkedText } from '#app/model/marked-text.ts';
import type { Inline } from '#app/model/notes.ts';
import { bookmarkOf } from '#server/minutes/formats/bookmarks.ts';
import { kindOfOrganisations } from '#server/minutes/formats/minutes-words.ts';
import { type OfficeDocument, type Part, type PartStyle, toOfficeDocument } from '#server/minutes/formats/office-document.ts';
import { clean, Parts, plain } from '#server/minutes/formats/office-parts.ts';
import { shortened } from '#server/minutes/formats/typst-document.ts';
import { versionFacts } from '#server/minutes/formats/version-facts.ts';
import { composeIndex, type IndexEntry, type IndexPlace } from '../compose-index.ts';
import { composeOrganisations } from '../compose-organisations.ts';
import { type BoundChapter, type VolumeContent, withoutParticipants } from '../volume-content.ts';
import { guessPages } from './guess-pages.ts';
import type { VolumeFacts } from './volume-facts.ts';
import { absentOf, daysInWords, numbered } from './volume-words.ts';

const fr = { locale: 'fr' } as const;
const HEAD = 'head';
const named = (chapter: number | string, name: string) => bookmarkOf(`${chapter}/${name}`);

/** A volume as an office document, from which DOCX and ODT are written: both say the same, in the order of the PDF. */
export function toOfficeVolume(volume: VolumeContent, facts: VolumeFacts): OfficeDocument {
  const { frame, chapters } = volume;
  const { volume: cover } = frame;
  const body = [
    ...(frame.note === '' ? [] : textPart('note', m.volumes_note({}, fr), frame.note)),
    ...chapters.flatMap((chapter, index) => chapterOf(chapter, index, facts)),
    ...frame.annexes.flatMap(({ title, body }, index) => textPart(`annexe-${index}`, title, body)),
    ...(frame.withOrganisations ? organisationsOf(chapters) : []),
  ];
  const index = frame.withIndex ? indexOf(chapters) : [];
  const absent = absentOf(frame.entries);
  const front = (contents: Part) => [...coverOf(volume, facts), ...contentsOf(contents, absent)];
  const parts = guessPages([...front({ type: 'contents', entries: [] }), ...body, ...index, ...proofOf(facts)]);
  const title = clean(cover.title);
  return { title, publisher: clean(cover.group.name), language: 'fr-FR', footer: clean(facts.line), head: shortened(title, 40), parts };
}

function coverOf({ frame: { volume: cover, edition } }: VolumeContent, facts: VolumeFacts): Part[] {
  const parts = new Parts(true);
  parts.line('kicker', `${m.volumes_kicker({}, fr)}${edition === 'internal' ? ` · ${m.minutes_edition_internal({}, fr)}` : ''}`);
  parts.line('title', cover.title);
  if (cover.subtitle) parts.line('subtitle', cover.subtitle);
  parts.line('organisation', cover.group.name);
  parts.fact(m.minutes_date({}, fr), daysInWords(cover));
  parts.fact(m.minutes_place({}, fr), cover.place);
  parts.line('fact', facts.line);
  return parts.list;
}

/** Below the cover on its page; the contents themselves are no heading that they would list. */
function contentsOf(contents: Part, absent: readonly string[]): Part[] {
  const parts = new Parts(true);
  parts.list.push({ type: 'paragraph', style: 'contentsTitle', inline: plain(m.volumes_contents({}, fr)), newPage: true }, contents);
  if (absent.length > 0) {
    parts.line('organisation', m.volumes_absent({}, fr));
    parts.itemised(absent.map(plain));
  }
  return parts.list;
}

const opening = (title: string, bookmark: string): Part => ({
  ...{ type: 'paragraph', style: 'heading1', inline: plain(clean(title)), bookmark, newPage: true },
});

function textPart(name: string, title: string, body: string): Part[] {
  const parts = new Parts(true);
  for (const [index, block] of readMarkedText(body).entries())
    parts.entry({ type: 'block', anchor: `b${index}`, attribution: 'name', block }, 'public');
  return [opening(title, named(name, HEAD)), ...ownLists(parts.list, name)];
}

const LOWER: Partial<Record<PartStyle, PartStyle>> = { heading1: 'heading2', heading2: 'heading3', heading3: 'heading4' };

/** Minutes one level of headings lower, under the title of their session, on a page of their own. */
function chapterOf(
  { number, content, version, sha256, publishedAt, publishedByName }: BoundChapter,
  index: number,
  { appUrl }: VolumeFacts,
): Part[] {
  const facts = versionFacts(content, { number: version, publishedAt, publishedByName, sha256, appUrl });
  const { parts } = toOfficeDocument(withoutParticipants(content), facts, { indexed: true });
  const title = opening(numbered(number, content.meeting.title), named(index, HEAD));
  const lower = parts.flatMap((part): Part[] => {
    if (part.type !== 'paragraph') return [part];
    // the volume names the group on its cover
    if (part.style === 'organisation') return [];
    if (part.style === 'title') return [title];
    const { bookmark, ...rest } = part;
    return [{ ...rest, style: LOWER[part.style] ?? part.style, ...(bookmark && { bookmark: named(index, bookmark) }) }];
  });
  return ownLists(lower, index);
}

/** Lists are told apart by their number: each part of the volume has numbers of its own. */
function ownLists(parts: readonly Part[], of: string | number): Part[] {
  const from =
    (typeof of === 'number' ? of + 100 : Array.from(of).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) + 10_000) * 10_000;
  return parts.map((part) => (part.type === 'item' ? { ...part, list: from + part.list } : part));
}

function organisationsOf(chapters: readonly BoundChapter[]): Part[] {
  const kinds = composeOrganisations(chapters.map(({ content }) => content));
  if (kinds.length === 0) return [];
  const parts = new Parts(true);
  for (const { kind, names } of kinds) {
    parts.line('heading2', kindOfOrganisations(kind));
    parts.itemised(names.map(plain));
  }
  const name = 'organisations';
  return [opening(m.volumes_organisations({}, fr), named(name, HEAD)), ...ownLists(parts.list, name)];
}

function indexOf(chapters: readonly BoundChapter[]): Part[] {
  const { speakers, organisations } = composeIndex(chapters);
  const group = (title: string, entries: readonly IndexEntry[]): Part[] => {
    const lines = entries.flatMap(lineOf);
    return lines.length === 0 ? [] : [{ type: 'paragraph', style: 'heading2', inline: plain(title) }, ...lines];
  };
  const lines = [...group(m.volumes_index_speakers({}, fr), speakers), ...group(m.volumes_index_organisations({}, fr), organisations)];
  return lines.length === 0 ? [] : [opening(m.volumes_index({}, fr), named('index', HEAD)), ...lines];
}

/** None for somebody who stands only in lists of participants, which are not printed. */
function lineOf({ name, sortedFrom, places: all }: IndexEntry): Part[] {
  const places = all.filter(({ row }) => !row);
  if (places.length === 0) return [];
  const runs: Inline[] =
    sortedFrom === 0
      ? plain(clean(name))
      : [...plain(clean(name.slice(0, sortedFrom))), { text: clean(name.slice(sortedFrom)), bold: true }];
  const bookmarks = [...new Set(places.map(bookmarkAt))];
  return [{ type: 'indexed', inline: runs, places: bookmarks.map((bookmark) => ({ bookmark, page: 0 })) }];
}

function bookmarkAt({ chapter, anchor }: IndexPlace): string {
  return named(chapter, anchor ?? HEAD);
}

function proofOf(facts: VolumeFacts): Part[] {
  const parts = new Parts(true);
  parts.add({ type: 'rule' });
  for (const line of facts.proof) parts.line('notice', line);
  return parts.list;
}
