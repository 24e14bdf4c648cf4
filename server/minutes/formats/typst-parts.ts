import { m } from '#app/messages/compiled/messages.js';
import {
  type AnnexPerson,
  type Entry,
  type MinutesContent,
  type MinutesSection,
  synthesisToShow,
  type TakeAway,
  textOf,
} from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';
import { agendaLine, complementLine, dateLine, internalMark, kindOfOrganisations, personLine, representedLines } from './minutes-words.ts';
import { type TypstBlock, type TypstBlocks, tableOf } from './typst-blocks.ts';
import { type TypstRun, typstRuns, typstText } from './typst-text.ts';
import type { VersionFacts } from './version-facts.ts';

export type TypstPart =
  | TypstBlock
  | { type: 'gist'; title: string; items: Reference[]; level?: number }
  | { type: 'contents'; title: string }
  | { type: 'references'; items: Reference[] }
  /** `rows`: the first stands beside the name; `short`: it fits on one page with it. */
  | { type: 'say'; name: string; roles: string[]; level: number; rows: TypstBlock[][]; short: boolean; a?: string }
  | { type: 'aside'; blocks: TypstBlock[] };

/** Words that lead to where they were said. */
export interface Reference {
  inline: TypstRun[];
  to?: string;
  more?: string;
}

const fr = { locale: 'fr' } as const;
/** Characters that surely fit on a page beside a name. */
const SHORT = 1500;

/** Everything between the facts of the meeting and the proof, in the order of the page. */
export function partsOf(content: MinutesContent, facts: VersionFacts, blocks: TypstBlocks): TypstPart[] {
  const { highlights, agenda } = content;
  // what was said gives away the anchors that the rest refers to
  const said = content.sections.flatMap((section) => sectionOf(section, blocks));
  const parts: TypstPart[] = [];
  if (highlights.length > 0)
    parts.push({ type: 'gist', title: m.minutes_highlights({}, fr), items: highlights.map((each) => reference(each, blocks)) });
  parts.push({ type: 'contents', title: m.minutes_contents({}, fr) });
  if (agenda.length > 0) {
    const items = agenda.map((each) => [words(agendaLine(each))]);
    parts.push(titled(m.minutes_agenda({}, fr)), { type: 'list', ordered: true, items });
  }
  return [...parts, ...synthesisOf(content, blocks), ...said, ...tablesOf(content, facts, blocks)];
}

const titled = (title: string, level = 1): TypstBlock => ({ type: 'heading', level, inline: typstRuns([{ text: title || '—' }]) });
const words = (text: string): TypstBlock => ({ type: 'text', inline: typstRuns([{ text }]), rtl: false });
const plain = (text: string): Inline[] => (text ? [{ text }] : []);

function reference(takeAway: TakeAway, blocks: TypstBlocks, told = false): Reference {
  const { inline, anchor, speaker } = takeAway;
  return {
    inline: typstRuns(marked(inline, takeAway)),
    ...(blocks.has(anchor) ? { to: anchor } : {}),
    ...(told && speaker ? { more: typstText(speaker) } : {}),
  };
}

function synthesisOf(content: MinutesContent, blocks: TypstBlocks): TypstPart[] {
  const points = synthesisToShow(content).filter(({ takeAways }) => takeAways.length > 0);
  if (points.length === 0) return [];
  return [
    titled(m.minutes_synthesis({}, fr)),
    ...points.flatMap(({ title, takeAways }): TypstPart[] => [
      titled(title, 2),
      { type: 'references', items: takeAways.map((each) => reference(each, blocks, true)) },
    ]),
  ];
}

function sectionOf({ title, anchor, entries }: MinutesSection, blocks: TypstBlocks): TypstPart[] {
  blocks.headingLevel(1);
  const head: TypstPart = { ...titled(title), ...blocks.anchor(anchor) };
  const talk = entries.some((entry) => entry.type === 'intervention');
  return [head, ...entries.flatMap((entry) => entryOf(entry, talk, blocks))];
}

/** In a section where people speak, all but tables and headings stands on the right of the rule. */
function entryOf(entry: Entry, talk: boolean, blocks: TypstBlocks): TypstPart[] {
  const internal = blocks.edition === 'internal' && entry.attribution === 'internal';
  if (entry.type === 'block') {
    const mark: TypstBlock[] = internal ? [{ type: 'text', inline: [{ s: m.minutes_internal({}, fr), b: true }], rtl: false }] : [];
    return beside([...mark, ...blocks.block(entry.block, { anchor: entry.anchor })], talk);
  }
  const { name, function: role, organisation } = entry.speaker;
  const said = name || organisation || m.minutes_unattributed({}, fr);
  const level = blocks.headingLevel(2);
  const named = blocks.anchor(entry.anchor);
  const rows = entry.blocks.flatMap((block) => blocks.block(block));
  const whole = rows.findIndex(isWhole);
  const inMargin = whole === -1 ? rows : rows.slice(0, whole);
  const roles = [role, name ? organisation : '', internal ? m.minutes_internal({}, fr) : '']
    .filter(Boolean)
    .map((each) => typstText(each, 22));
  const lines = [said, ...roles].reduce((sum, text) => sum + Math.ceil(text.length / 22), 1);
  const beginning = asTallAs(inMargin, lines);
  const others = inMargin.slice(beginning.length).map((block) => [block]);
  return [
    { type: 'say', name: typstText(said, 20), roles, level, rows: [beginning, ...others], short: lengthOf(beginning) < SHORT, ...named },
    ...(whole === -1 ? [] : beside(rows.slice(whole), talk)),
  ];
}

/** As many of the blocks as it takes to be as tall as so many lines in the margin, so that no gap opens under the first. */
function asTallAs(blocks: readonly TypstBlock[], lines: number): TypstBlock[] {
  let height = 0;
  const taken = blocks.findIndex((block) => {
    height += Math.ceil(lengthOf([block]) / 110) + 1;
    return height >= lines;
  });
  return blocks.slice(0, taken === -1 ? blocks.length : taken + 1);
}

function beside(rows: TypstBlock[], talk: boolean): TypstPart[] {
  return talk ? rows.map((block) => (isWhole(block) ? block : { type: 'aside', blocks: [block] })) : rows;
}

const isWhole = ({ type }: TypstBlock) => type === 'table' || type === 'heading';
const lengthOf = (blocks: readonly TypstBlock[] = []) => JSON.stringify(blocks).length;

function tablesOf(content: MinutesContent, facts: VersionFacts, blocks: TypstBlocks): TypstPart[] {
  const { decisions, actions, nextSteps, complements } = content;
  const parts: TypstPart[] = [];
  if (decisions.length > 0) {
    const head = [m.minutes_number({}, fr), m.minutes_decision({}, fr)];
    const rows = decisions.map((each) => [strong(each.number), marked(each.inline, each)]);
    parts.push(titled(m.minutes_decisions({}, fr)), tableOf([1, 11], head, rows));
  }
  if (actions.length > 0) {
    const head = [m.minutes_number({}, fr), m.minutes_action({}, fr), m.minutes_who({}, fr), m.minutes_due({}, fr)];
    const rows = actions.map(({ number, inline, assignee, due, ...more }) => [
      ...[strong(number), marked(inline, more), plain(assignee || m.minutes_unassigned({}, fr))],
      plain(due ? facts.day(due) : m.minutes_untyped_due({}, fr)),
    ]);
    parts.push(titled(m.minutes_actions({}, fr)), tableOf([1, 6, 3, 2], head, rows));
  }
  if (nextSteps.length > 0) {
    const head = [m.minutes_next_when({}, fr), m.minutes_next_what({}, fr), m.minutes_who({}, fr)];
    const rows = nextSteps.map(({ anchor, edtf, inline, who, ...more }) => [
      plain(dateLine(edtf, content)),
      marked(anchor === null ? plain(m.minutes_next_meeting({ title: textOf(inline) }, fr)) : inline, more),
      plain(who),
    ]);
    parts.push(titled(m.minutes_next({}, fr)), tableOf([3, 6, 3], head, rows));
  }
  parts.push(...annexOf(content));
  if (complements.length > 0) {
    const items = complements.map(
      (each): Reference => ({
        inline: typstRuns([{ text: `${complementLine(each, facts.day)}${internalMark(each)}` }]),
        ...(blocks.has(each.anchor) ? { to: each.anchor } : {}),
      }),
    );
    parts.push(titled(m.minutes_complements({}, fr)), { type: 'references', items });
  }
  return parts;
}

const marked = (inline: readonly Inline[], of: { internal?: true }): Inline[] => [...inline, ...plain(internalMark(of))];
const strong = (text: string): Inline[] => [{ text, bold: true }];

function annexOf(content: MinutesContent): TypstPart[] {
  const { present, excused } = content.annex;
  if (present.length + excused.length === 0) return [];
  const head = [m.minutes_organisation({}, fr), m.minutes_name({}, fr), m.minutes_function({}, fr)];
  return [
    titled(m.minutes_annex({}, fr)),
    ...present.flatMap(({ kind, people }) => [titled(kindOfOrganisations(kind), 2), tableOf([4, 3, 4], head, people.map(rowOf))]),
    ...line(m.minutes_annex_represented({}, fr), representedLines(content)),
    ...line(m.minutes_excused({}, fr), excused.map(personLine)),
  ];
}

function line(term: string, facts: readonly string[]): TypstPart[] {
  if (facts.length === 0) return [];
  return [{ type: 'text', inline: typstRuns([{ text: `${term}\u00A0: `, bold: true }, { text: facts.join(', ') }]), rtl: false }];
}

function rowOf({ organisation, name, function: role }: AnnexPerson): Inline[][] {
  return [strong(organisation), plain(name), plain(role)];
}
