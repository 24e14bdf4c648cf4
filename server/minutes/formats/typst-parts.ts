import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { AnnexPerson, Entry, MinutesContent, MinutesSection, TakeAway } from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';
import { parseWhen } from '#app/model/when.ts';
import { type TypstBlock, type TypstBlocks, tableOf } from './typst-blocks.ts';
import { type TypstRun, typstRuns, typstText } from './typst-text.ts';
import type { VersionFacts } from './version-facts.ts';

export type TypstPart =
  | TypstBlock
  | { type: 'gist'; title: string; items: Reference[] }
  | { type: 'contents'; title: string }
  | { type: 'references'; items: Reference[] }
  /** `rows`: the first stands beside the name; `short`: it fits on one page with it. */
  | { type: 'say'; name: string; roles: string[]; level: number; rows: TypstBlock[][]; short: boolean; a?: string }
  | { type: 'aside'; blocks: TypstBlock[] };

/** Words that lead to where they were said. */
interface Reference {
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
    const items = agenda.map(({ title, minutes }) => [words(minutes > 0 ? `${title} (${minutes}\u00A0min)` : title)]);
    parts.push(titled(m.files_agenda({}, fr)), { type: 'list', ordered: true, items });
  }
  return [...parts, ...synthesisOf(content, blocks), ...said, ...tablesOf(content, facts, blocks)];
}

const titled = (title: string, level = 1): TypstBlock => ({ type: 'heading', level, inline: typstRuns([{ text: title || '—' }]) });
const words = (text: string): TypstBlock => ({ type: 'text', inline: typstRuns([{ text }]), rtl: false });
const plain = (text: string): Inline[] => (text ? [{ text }] : []);

function reference({ inline, anchor, speaker }: TakeAway, blocks: TypstBlocks, told = false): Reference {
  return {
    inline: typstRuns(inline),
    ...(blocks.has(anchor) ? { to: anchor } : {}),
    ...(told && speaker ? { more: typstText(speaker) } : {}),
  };
}

function synthesisOf({ synthesis }: MinutesContent, blocks: TypstBlocks): TypstPart[] {
  const points = synthesis.filter(({ takeAways }) => takeAways.length > 0);
  if (points.length === 0) return [];
  return [
    titled(m.files_synthesis({}, fr)),
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
  if (entry.type === 'block') return beside(blocks.block(entry.block, { anchor: entry.anchor }), talk);
  const { name, function: role, organisation } = entry.speaker;
  const said = name || organisation;
  const level = said ? blocks.headingLevel(2) : 0;
  const named = blocks.anchor(entry.anchor);
  const rows = entry.blocks.flatMap((block) => blocks.block(block));
  if (!said) return beside(rows, talk);
  const whole = rows.findIndex(isWhole);
  const inMargin = whole === -1 ? rows : rows.slice(0, whole);
  const roles = [role, name ? organisation : ''].filter(Boolean).map((each) => typstText(each, 22));
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
    const rows = decisions.map(({ number, inline }) => [strong(number), inline]);
    parts.push(titled(m.minutes_decisions({}, fr)), tableOf([1, 11], head, rows));
  }
  if (actions.length > 0) {
    const head = [m.minutes_number({}, fr), m.minutes_action({}, fr), m.minutes_who({}, fr), m.minutes_due({}, fr)];
    const rows = actions.map(({ number, inline, assignee, due }) => [
      ...[strong(number), inline, plain(assignee || m.minutes_unassigned({}, fr))],
      plain(due ? facts.day(due) : m.minutes_untyped_due({}, fr)),
    ]);
    parts.push(titled(m.minutes_actions({}, fr)), tableOf([1, 6, 3, 2], head, rows));
  }
  if (nextSteps.length > 0) {
    const head = [m.minutes_due({}, fr), m.files_next_step({}, fr), m.minutes_who({}, fr)];
    const rows = nextSteps.map(({ edtf, inline, who }) => [plain(dateOf(edtf, content)), inline, plain(who)]);
    parts.push(titled(m.files_next_steps({}, fr)), tableOf([3, 6, 3], head, rows));
  }
  parts.push(...annexOf(content));
  if (complements.length > 0) {
    const items = complements.map(
      ({ author, day, anchor }): Reference => ({
        inline: typstRuns([{ text: m.files_complement({ author, date: facts.day(day) }, fr) }]),
        ...(blocks.has(anchor) ? { to: anchor } : {}),
      }),
    );
    parts.push(titled(m.files_complements({}, fr)), { type: 'references', items });
  }
  return parts;
}

const strong = (text: string): Inline[] => [{ text, bold: true }];

function dateOf(edtf: string | null, { meeting }: MinutesContent): string {
  const when = edtf === null ? null : parseWhen(edtf);
  return when ? sentenceCase(formatWhen(when, { zone: meeting.timeZone, ...fr }).date) : '';
}

function annexOf({ annex: { present, excused } }: MinutesContent): TypstPart[] {
  const people = present.flatMap((group) => group.people);
  if (people.length + excused.length === 0) return [];
  const parts: TypstPart[] = [titled(m.minutes_annex({}, fr))];
  const head = [m.minutes_organisation({}, fr), m.minutes_name({}, fr), m.minutes_function({}, fr)];
  if (people.length > 0) parts.push(tableOf([4, 3, 4], head, people.map(rowOf)));
  if (excused.length > 0) {
    const names = excused.map(({ name, organisation }) => (name ? `${name} (${organisation})` : organisation)).join(', ');
    parts.push({
      type: 'text',
      inline: typstRuns([{ text: `${m.minutes_excused({}, fr)}\u00A0: `, bold: true }, { text: names }]),
      rtl: false,
    });
  }
  return parts;
}

function rowOf({ organisation, name, function: role, represents }: AnnexPerson): Inline[][] {
  return [strong(organisation), plain(represents ? m.minutes_represents({ name, represents }, fr) : name), plain(role)];
}
