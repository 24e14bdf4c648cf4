import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { readMarkedText } from '#app/model/marked-text.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { type HouseStyle, logoOnPaper } from '#server/minutes/formats/house-style.ts';
import { kindOfOrganisations, noteTitle } from '#server/minutes/formats/minutes-words.ts';
import { pageOf } from '#server/minutes/formats/office-words.ts';
import { TypstBlocks } from '#server/minutes/formats/typst-blocks.ts';
import { factsOf, LOGO_PATHS, shortened } from '#server/minutes/formats/typst-document.ts';
import { partsOf, type TypstPart } from '#server/minutes/formats/typst-parts.ts';
import { typstRuns, typstText } from '#server/minutes/formats/typst-text.ts';
import type { TypstChapter, TypstIndexEntry, TypstVolume, TypstVolumePart } from '#server/minutes/formats/typst-volume.ts';
import { versionFacts } from '#server/minutes/formats/version-facts.ts';
import { composeIndex, type IndexEntry, type IndexPlace } from '../compose-index.ts';
import { composeOrganisations } from '../compose-organisations.ts';
import { type BoundChapter, type VolumeContent, withoutParticipants } from '../volume-content.ts';
import { deeper } from './deeper-parts.ts';
import type { VolumeFacts } from './volume-facts.ts';
import { absentOf, daysInWords, numbered } from './volume-words.ts';

const fr = { locale: 'fr' } as const;
const text = (words: string) => typstText(words);

/** A volume as its PDF's template reads it. */
export function toTypstVolume({ frame, chapters }: VolumeContent, facts: VolumeFacts, style: HouseStyle): TypstVolume {
  const { volume: cover } = frame;
  const internal = frame.edition === 'internal' ? m.minutes_edition_internal({}, fr) : '';
  const made = chapters.map((chapter, index) => chapterOf(chapter, index, facts));
  const before = frame.note === '' ? [] : [textPart(m.volumes_note({}, fr), frame.note)];
  const after = [
    ...frame.annexes.map(({ title, body }) => textPart(title, body)),
    ...(frame.withOrganisations ? organisationsOf(chapters) : []),
  ];
  const heads = [m.volumes_contents({}, fr), ...[...before, ...made.map(({ chapter }) => chapter), ...after].map(({ title }) => title)];
  const index = m.volumes_index({}, fr);
  return {
    title: text(cover.title).trim() || '—',
    titleSize: cover.title.length > 120 ? 22 : cover.title.length > 60 ? 28 : 34,
    subtitle: text(cover.subtitle),
    kicker: text([m.volumes_kicker({}, fr), internal].filter(Boolean).join(' · ')),
    publisher: text(cover.group.name),
    when: text(daysInWords(cover)),
    place: text(cover.place),
    ...{ language: frame.language, region: 'FR' },
    day: facts.bound.split('-').map(Number),
    colour: style.colour,
    logo: style.logo && {
      ...{ path: LOGO_PATHS[style.logo.type], alt: style.logo.alt || cover.group.name },
      height: logoOnPaper(style.logo).height,
    },
    head: shortened(text(cover.title), 60),
    heads: [...heads, index].map((each) => shortened(text(each), 60)),
    foot: shortened(text([style.footer, facts.line].filter(Boolean).join(' · ')), 110),
    pageOf: pageOf(),
    contents: text(m.volumes_contents({}, fr)),
    absent: { title: text(m.volumes_absent({}, fr)), lines: absentOf(frame.entries).map(text) },
    ...{ before, after, chapters: made.map(({ chapter }) => chapter) },
    index: { title: text(index), groups: frame.withIndex ? indexOf(made, chapters) : [] },
    address: facts.address,
    proof: facts.proof.map(text),
  };
}

interface MadeChapter {
  chapter: TypstChapter;
  blocks: TypstBlocks;
}

const prefixOf = (index: number) => `c${index}-`;

function chapterOf(
  { number, content: whole, version, sha256, publishedAt, publishedByName }: BoundChapter,
  index: number,
  { appUrl }: VolumeFacts,
): MadeChapter {
  const content = withoutParticipants(whole);
  const facts = versionFacts(content, { number: version, publishedAt, publishedByName, sha256, appUrl });
  const blocks = new TypstBlocks(content, facts.day);
  const parts = partsOf(content, facts, blocks).filter(({ type }) => type !== 'contents');
  const chapter = {
    a: `${prefixOf(index)}head`,
    title: text(numbered(number, content.meeting.title)),
    facts: factsOf(content, facts).map(([term, fact]): [string, string] => [term, text(fact)]),
    notices: content.notes.map((note) => ({ label: text(`${noteTitle(note, facts.day)}\u00A0:`), text: text(note.text) })),
    parts: deeper(parts, prefixOf(index)),
    address: facts.address,
    proof: [facts.line, ...facts.proof.split('\n')].map(text),
  };
  return { chapter, blocks };
}

function textPart(title: string, body: string): TypstVolumePart {
  return { title: text(title), parts: typstOf(readMarkedText(body)) };
}

function typstOf(blocks: readonly NoteBlock[]): TypstPart[] {
  const writer = new TypstBlocks({ edition: 'public', decisions: [], actions: [] }, (iso) => formatDay(iso, 'fr'));
  return blocks.flatMap((block) => writer.block(block));
}

function organisationsOf(chapters: readonly BoundChapter[]): TypstVolumePart[] {
  const kinds = composeOrganisations(chapters.map(({ content }) => content));
  if (kinds.length === 0) return [];
  const parts = kinds.flatMap(({ kind, names }): TypstPart[] => [
    { type: 'heading', level: 2, inline: typstRuns([{ text: kindOfOrganisations(kind) }]) },
    { type: 'list', ordered: false, items: names.map((name) => [{ type: 'text', inline: typstRuns([{ text: name }]), rtl: false }]) },
  ]);
  return [{ title: text(m.volumes_organisations({}, fr)), parts, columns: true }];
}

function indexOf(made: readonly MadeChapter[], chapters: readonly BoundChapter[]): TypstVolume['index']['groups'] {
  const { speakers, organisations } = composeIndex(chapters);
  const groups = [
    { title: text(m.volumes_index_speakers({}, fr)), entries: entriesOf(speakers, made) },
    { title: text(m.volumes_index_organisations({}, fr)), entries: entriesOf(organisations, made) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function entriesOf(index: readonly IndexEntry[], made: readonly MadeChapter[]): TypstIndexEntry[] {
  return index.flatMap(({ name, sortedFrom, places: all }) => {
    const places = all.flatMap((place) => labelOf(place, made));
    const runs =
      sortedFrom === 0 ? [{ text: name }] : [{ text: name.slice(0, sortedFrom) }, { text: name.slice(sortedFrom), bold: true as const }];
    return places.length > 0 ? [{ name: typstRuns(runs, 30), places }] : [];
  });
}

/** None for a place that is not printed, or that got no name: what stands there has no words. */
function labelOf({ chapter, anchor, row }: IndexPlace, made: readonly MadeChapter[]): string[] {
  if (row) return [];
  if (anchor === null) return [`${prefixOf(chapter)}head`];
  return made[chapter]?.blocks.has(anchor) ? [`${prefixOf(chapter)}${anchor}`] : [];
}
