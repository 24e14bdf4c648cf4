import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Action, AnnexPerson, Entry, MinutesContent } from '#app/model/minutes-content.ts';
import type { Inline, NoteBlock } from '#app/model/notes.ts';
import type { VersionFacts } from './version-facts.ts';

const fr = { locale: 'fr' } as const;

/** The minutes as Markdown (CommonMark 0.31, tables as in GitHub's extension). What people typed cannot become markup or HTML. */
export function toMarkdown(content: MinutesContent, facts: VersionFacts): string {
  const { meeting, highlights, sections, decisions, actions } = content;
  const parts = [
    `# ${escaped(meeting.title)}`,
    [escaped(meeting.group.name), facts.when, meeting.place && escaped(meeting.place)].filter(Boolean).join('  \n'),
    meeting.facilitators.length > 0 ? `${m.minutes_facilitation({}, fr)} : ${escaped(meeting.facilitators.join(', '))}` : '',
    facts.line,
    highlights.length > 0
      ? `## ${m.minutes_highlights({}, fr)}\n\n${highlights.map((each) => `- → ${inlines(each.inline)}`).join('\n')}`
      : '',
    ...sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.entries.map(entry)]),
    decisions.length > 0
      ? `## ${m.minutes_decisions({}, fr)}\n\n${decisions.map((each) => `- **${each.number}** ${inlines(each.inline)}`).join('\n')}`
      : '',
    actions.length > 0 ? `## ${m.minutes_actions({}, fr)}\n\n${actionTable(actions, facts)}` : '',
    annex(content),
    `---\n\n${facts.proof}`,
  ];
  return frenchSpaces(`${parts.filter(Boolean).join('\n\n')}\n`);
}

function entry(each: Entry): string {
  if (each.type === 'block') return block(each.block);
  const { name, function: role, organisation } = each.speaker;
  return [`**${escaped([name, role, organisation].filter(Boolean).join(', '))} :**`, ...each.blocks.map(block)].join('\n\n');
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
  return table([
    [m.minutes_number({}, fr), m.minutes_action({}, fr), m.minutes_who({}, fr), m.minutes_due({}, fr)],
    ...actions.map((each) => [each.number, inlines(each.inline), escaped(each.assignee), each.due ? facts.day(each.due) : '']),
  ]);
}

function annex({ annex: { present, excused } }: MinutesContent): string {
  const people = present.flatMap((group) => group.people);
  if (people.length + excused.length === 0) return '';
  const row = (person: AnnexPerson) => [escaped(person.organisation), escaped(represented(person)), escaped(person.function)];
  const head = [m.minutes_organisation({}, fr), m.minutes_name({}, fr), m.minutes_function({}, fr)];
  const parts = [`## ${m.minutes_annex({}, fr)}`];
  if (people.length > 0) parts.push(table([head, ...people.map(row)]));
  if (excused.length > 0)
    parts.push(`**${m.minutes_excused({}, fr)} :** ${excused.map((each) => escaped(`${each.name} (${each.organisation})`)).join(', ')}`);
  return parts.join('\n\n');
}

function represented({ name, represents }: AnnexPerson): string {
  return represents ? m.minutes_represents({ name, represents }, fr) : name;
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
