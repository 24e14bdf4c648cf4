import { m } from '#app/messages/compiled/messages.js';
import { type AnnexPerson, type MinutesContent, synthesisToShow, textOf } from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';
import {
  agendaLine,
  complementLine,
  dateLine,
  internalMark,
  kindOfOrganisations,
  leadFacts,
  noteTitle,
  personLine,
  representedLines,
} from './minutes-words.ts';
import { clean, Parts, plain } from './office-parts.ts';
import type { VersionFacts } from './version-facts.ts';

/** Named styles of an office document; readers find them, and may change them, in their word processor's list of styles. */
export type PartStyle =
  | 'organisation'
  | 'title'
  | 'fact'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'text'
  | 'quote'
  | 'takeaway'
  | 'decision'
  | 'action'
  | 'proposal'
  | 'question'
  | 'caution'
  | 'agreement'
  | 'notice'
  /** Of a volume: above the title on its cover, under it, and above its contents. */
  | 'kicker'
  | 'subtitle'
  | 'contentsTitle';

/** What an office document is made of, from top to bottom. Text is ready to be shown: spaces are French, no character is forbidden in XML. */
export type Part =
  /** `bookmark` names, unseen, the paragraph of the notes that it is, or the place that an index leads to. */
  | { type: 'paragraph'; style: PartStyle; inline: Inline[]; bookmark?: string; newPage?: true }
  /** `level` from 0; `list` tells one numbered list from the next; `first`: the item has its bullet or number here. */
  | { type: 'item'; ordered: boolean; list: number; level: number; first: boolean; inline: Inline[]; bookmark?: string }
  /** `widths`: shares of the line. Every row has as many cells as there are widths. */
  | { type: 'table'; widths: number[]; head: Inline[][] | null; rows: Inline[][][] }
  | { type: 'rule' }
  /** Headings of the first level with their pages, which word processors find out anew; `page` is our guess. */
  | { type: 'contents'; entries: PlaceInFile[] }
  /** A name with the pages on which it stands. */
  | { type: 'indexed'; inline: Inline[]; places: Omit<PlaceInFile, 'title'>[] };

export interface PlaceInFile {
  title: string;
  bookmark: string;
  page: number;
}

export interface OfficeDocument {
  title: string;
  /** Who publishes: the group, never a person. */
  publisher: string;
  /** Language of the text (BCP 47). */
  language: string;
  /** Under each page, before its number. */
  footer: string;
  /** Of a volume: at the head of each page but the first, before the title of the part that it is in. */
  head?: string;
  parts: Part[];
}

const fr = { locale: 'fr' } as const;

/**
 * The minutes as an office document, from which DOCX and ODT are written: both say the same. `indexed`: the bookmarks are the
 * anchors of what an index leads to, and no others.
 */
export function toOfficeDocument(content: MinutesContent, facts: VersionFacts, { indexed = false } = {}): OfficeDocument {
  const { meeting, highlights, agenda, sections, decisions, actions, nextSteps, complements } = content;
  const parts = new Parts(indexed);
  parts.line('organisation', meeting.group.name);
  parts.line('title', meeting.title);
  if (content.edition === 'internal') parts.line('fact', m.minutes_edition_internal({}, fr));
  parts.fact(m.minutes_date({}, fr), facts.when);
  parts.fact(m.minutes_place({}, fr), meeting.place);
  for (const [term, fact] of leadFacts(content)) parts.fact(term, fact);
  parts.line('fact', facts.line);
  for (const note of content.notes) parts.add('notice', [{ text: `${noteTitle(note, facts.day)} : `, bold: true }, { text: note.text }]);
  if (highlights.length > 0) {
    parts.line('heading1', m.minutes_highlights({}, fr));
    for (const each of highlights) parts.add('takeaway', [...each.inline, ...plain(internalMark(each))]);
  }
  if (agenda.length > 0) {
    parts.line('heading1', m.minutes_agenda({}, fr));
    parts.itemised(
      agenda.map((each) => plain(agendaLine(each))),
      true,
    );
  }
  const synthesis = synthesisToShow(content);
  if (synthesis.length > 0) parts.line('heading1', m.minutes_synthesis({}, fr));
  for (const { title, takeAways } of synthesis) {
    parts.line('heading2', title);
    parts.itemised(takeAways.map((each) => [...each.inline, ...plain(`${each.speaker ? ` (${each.speaker})` : ''}${internalMark(each)}`)]));
  }
  for (const section of sections) {
    parts.line('heading1', section.title);
    for (const entry of section.entries) parts.entry(entry, content.edition);
  }
  if (decisions.length > 0) {
    parts.line('heading1', m.minutes_decisions({}, fr));
    const head = [m.minutes_number({}, fr), m.minutes_decision({}, fr)];
    parts.table(
      [1, 9],
      head,
      decisions.map((each) => [plain(each.number), [...each.inline, ...plain(internalMark(each))]]),
    );
  }
  if (actions.length > 0) {
    parts.line('heading1', m.minutes_actions({}, fr));
    const head = [m.minutes_number({}, fr), m.minutes_action({}, fr), m.minutes_who({}, fr), m.minutes_due({}, fr)];
    const rows = actions.map(({ number, inline, assignee, due, ...more }) => [
      ...[plain(number), [...inline, ...plain(internalMark(more))]],
      plain(assignee || m.minutes_unassigned({}, fr)),
      plain(due ? facts.day(due) : m.minutes_untyped_due({}, fr)),
    ]);
    parts.table([1, 5, 2, 2], head, rows);
  }
  if (nextSteps.length > 0) {
    parts.line('heading1', m.minutes_next({}, fr));
    const head = [m.minutes_next_when({}, fr), m.minutes_next_what({}, fr), m.minutes_who({}, fr)];
    const rows = nextSteps.map(({ anchor, edtf, inline, who, ...more }) => [
      plain(dateLine(edtf, content)),
      [...(anchor === null ? plain(m.minutes_next_meeting({ title: textOf(inline) }, fr)) : inline), ...plain(internalMark(more))],
      plain(who),
    ]);
    parts.table([3, 5, 2], head, rows);
  }
  annexOf(parts, content);
  if (complements.length > 0) {
    parts.line('heading1', m.minutes_complements({}, fr));
    parts.itemised(complements.map((each) => plain(`${complementLine(each, facts.day)}${internalMark(each)}`)));
  }
  parts.add({ type: 'rule' });
  for (const line of facts.proof.split('\n')) parts.line('notice', line);
  const title = clean(meeting.title);
  return { title, publisher: clean(meeting.group.name), language: 'fr-FR', footer: clean(facts.line), parts: parts.list };
}

function annexOf(parts: Parts, content: MinutesContent): void {
  const { present, excused } = content.annex;
  if (present.length + excused.length === 0) return;
  parts.line('heading1', m.minutes_annex({}, fr));
  const head = [m.minutes_organisation({}, fr), m.minutes_name({}, fr), m.minutes_function({}, fr)];
  for (const { kind, people } of present) {
    parts.line('heading2', kindOfOrganisations(kind));
    parts.table([4, 3, 4], head, people.map(rowOf));
  }
  parts.fact(m.minutes_annex_represented({}, fr), representedLines(content).join(', '));
  parts.fact(m.minutes_excused({}, fr), excused.map(personLine).join(', '));
}

function rowOf({ organisation, name, function: role }: AnnexPerson): Inline[][] {
  return [plain(organisation), plain(name), plain(role)];
}
