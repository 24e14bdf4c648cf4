import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import {
  type Action,
  type AnnexPerson,
  type Edition,
  type Entry,
  type MinutesContent,
  type NextStep,
  synthesisToShow,
  type TakeAway,
  textOf,
} from '#app/model/minutes-content.ts';
import type { Inline, NoteBlock } from '#app/model/notes.ts';
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
  speakerLine,
} from './minutes-words.ts';
import type { VersionFacts } from './version-facts.ts';

const fr = { locale: 'fr' } as const;

/** The minutes as Markdown (CommonMark 0.31, tables as in GitHub's extension). What people typed cannot become markup or HTML. */
export function toMarkdown(content: MinutesContent, facts: VersionFacts): string {
  const { meeting, highlights, agenda, sections, decisions, edition } = content;
  const parts = [
    `# ${escaped(meeting.title)}`,
    edition === 'internal' ? `**${m.minutes_edition_internal({}, fr)}**` : '',
    [escaped(meeting.group.name), facts.when, meeting.place && escaped(meeting.place)].filter(Boolean).join('  \n'),
    leadFacts(content)
      .map(([term, fact]) => `${term} : ${escaped(fact)}`)
      .join('  \n'),
    facts.line,
    ...content.notes.map((note) => `> **${noteTitle(note, facts.day)} :** ${escaped(note.text).replace(/\n/g, '\n> ')}`),
    part(
      m.minutes_highlights({}, fr),
      lines(highlights, (each) => `- → ${inlines(each.inline)}${internalMark(each)}`),
    ),
    part(
      m.minutes_agenda({}, fr),
      lines(agenda, (each, index) => `${index + 1}. ${escaped(agendaLine(each))}`),
    ),
    part(m.minutes_synthesis({}, fr), synthesis(content)),
    ...sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.entries.map((each) => entry(each, edition))]),
    part(
      m.minutes_decisions({}, fr),
      lines(decisions, (each) => `- **${each.number}** ${inlines(each.inline)}${internalMark(each)}`),
    ),
    part(m.minutes_actions({}, fr), actionTable(content.actions, facts)),
    part(
      m.minutes_next({}, fr),
      lines(content.nextSteps, (each) => `- ${nextStep(each, content)}`),
    ),
    annex(content),
    part(
      m.minutes_complements({}, fr),
      lines(content.complements, (each) => `- ${escaped(complementLine(each, facts.day))}${internalMark(each)}`),
    ),
    `---\n\n${facts.proof}`,
  ];
  return frenchSpaces(`${parts.filter(Boolean).join('\n\n')}\n`);
}

function part(title: string, text: string): string {
  return text && `## ${title}\n\n${text}`;
}

function lines<Each>(all: readonly Each[], line: (each: Each, index: number) => string): string {
  return all.map(line).join('\n');
}

function synthesis(content: MinutesContent): string {
  return synthesisToShow(content)
    .map(({ title, takeAways }) => {
      const said = (each: TakeAway) => `- ${inlines(each.inline)}${each.speaker ? ` (${escaped(each.speaker)})` : ''}${internalMark(each)}`;
      return `### ${escaped(title)}\n\n${lines(takeAways, said)}`;
    })
    .join('\n\n');
}

function nextStep(each: NextStep, content: MinutesContent): string {
  const date = dateLine(each.edtf, content);
  const what = each.anchor === null ? escaped(m.minutes_next_meeting({ title: textOf(each.inline) }, fr)) : inlines(each.inline);
  return `${date ? `**${date}** : ` : ''}${what}${each.who ? ` (${escaped(each.who)})` : ''}${internalMark(each)}`;
}

function entry(each: Entry, edition: Edition): string {
  if (each.type === 'block') return marked(each, edition) + block(each.block);
  return [`**${escaped(speakerLine(each, edition))} :**`, ...each.blocks.map(block)].join('\n\n');
}

function marked(each: Entry, edition: Edition): string {
  return edition === 'internal' && each.attribution === 'internal' ? `**${m.minutes_internal({}, fr)} :**\n\n` : '';
}

function block(each: NoteBlock): string {
  switch (each.type) {
    case 'paragraph':
      return paragraph(each);
    case 'heading':
      return `${'#'.repeat(each.level)} ${inlines(each.inline)}`;
    case 'list':
      return each.items.map((item, index) => listItem(item, each.ordered ? `${index + 1}. ` : '- ')).join('\n');
    case 'quote':
      return prefixed(each.blocks.map(block).join('\n\n'), '> ');
    case 'table':
      return table(each.rows.map((row) => row.map((cell) => cell.blocks.map(block).join(' '))));
    case 'rule':
      return '***';
  }
}

function paragraph({ kind, inline }: NoteBlock & { type: 'paragraph' }): string {
  const text = inlines(inline);
  switch (kind) {
    case 'takeaway':
      return `→ **${m.minutes_takeaway({}, fr)} :** ${text}`;
    case 'decision':
      return `> **${m.minutes_decision({}, fr)} :** ${text}`;
    case 'action':
      return `- [ ] **${m.minutes_action({}, fr)} :** ${text}`;
    case 'proposal':
      return `**${m.minutes_proposal({}, fr)} :** ${text}`;
    case 'question':
      return `**${m.minutes_question({}, fr)} :** ${text}`;
    case 'caution':
      return `**${m.minutes_caution({}, fr)} :** ${text}`;
    case 'agreement':
      return `**${m.minutes_agreement({}, fr)} :** ${text}`;
    default:
      return text;
  }
}

function listItem(item: NoteBlock[], marker: string): string {
  const indent = ' '.repeat(marker.length);
  return item.map((each, index) => prefixed(block(each), index === 0 ? marker : indent, indent)).join('\n\n');
}

function prefixed(text: string, first: string, others = first): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line && others) + line)
    .join('\n');
}

function actionTable(actions: readonly Action[], facts: VersionFacts): string {
  if (actions.length === 0) return '';
  return table([
    [m.minutes_number({}, fr), m.minutes_action({}, fr), m.minutes_who({}, fr), m.minutes_due({}, fr)],
    ...actions.map((each) => [
      each.number,
      inlines(each.inline) + internalMark(each),
      escaped(each.assignee),
      each.due ? facts.day(each.due) : '',
    ]),
  ]);
}

function annex(content: MinutesContent): string {
  const { present, excused } = content.annex;
  const head = [m.minutes_organisation({}, fr), m.minutes_name({}, fr), m.minutes_function({}, fr)];
  const row = (person: AnnexPerson) => [escaped(person.organisation), escaped(person.name), escaped(person.function)];
  const groups = present.map(({ kind, people }) => `### ${kindOfOrganisations(kind)}\n\n${table([head, ...people.map(row)])}`);
  const apart = [
    [m.minutes_annex_represented({}, fr), representedLines(content)] as const,
    [m.minutes_excused({}, fr), excused.map(personLine)] as const,
  ];
  const others = apart.filter(([, names]) => names.length > 0).map(([term, names]) => `**${term} :** ${escaped(names.join(', '))}`);
  return part(m.minutes_annex({}, fr), [...groups, ...others].join('\n\n'));
}

function table([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\n+/g, ' ').replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

function inlines(inline: readonly Inline[]): string {
  return inline.map(run).join('');
}

function run({ text, bold, italic, href }: Inline): string {
  let out = escaped(text);
  if (out.trim() === '') return out;
  // emphasis may not begin or end with a space (CommonMark, section 6.2)
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(out) ?? [];
  out = core;
  if (italic) out = `*${out}*`;
  if (bold) out = `**${out}**`;
  if (href) out = `[${out}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  return before + out + after;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/g, '$1\\$2');
}
