import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { blockText, type Entry, type MinutesContent, textOf } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { VersionFacts } from './version-facts.ts';

const fr = { locale: 'fr' } as const;
const WIDTH = 78;

/** The minutes as plain text (UTF-8, lines of at most 78 characters where words allow), for mails and for the simplest reader. */
export function toPlainText(content: MinutesContent, facts: VersionFacts): string {
  const { meeting, highlights, sections, decisions, actions, annex } = content;
  const people = annex.present.flatMap((group) => group.people);
  const parts = [
    underlined(meeting.title, '='),
    [meeting.group.name, facts.when, meeting.place].filter(Boolean).join('\n'),
    meeting.facilitators.length > 0 ? `${m.minutes_facilitation({}, fr)} : ${meeting.facilitators.join(', ')}` : '',
    facts.line,
    highlights.length > 0
      ? `${underlined(m.minutes_highlights({}, fr))}\n\n${highlights.map((each) => wrapped(textOf(each.inline), '-> ')).join('\n')}`
      : '',
    ...sections.flatMap((section) => [underlined(section.title), ...section.entries.map(entry)]),
    decisions.length > 0
      ? [underlined(m.minutes_decisions({}, fr)), ...decisions.map((each) => wrapped(textOf(each.inline), `${each.number}. `))].join('\n')
      : '',
    actions.length > 0
      ? [
          underlined(m.minutes_actions({}, fr)),
          ...actions.map((each) => {
            const facets = [each.assignee, each.due ? facts.day(each.due) : ''].filter(Boolean).join(', ');
            return wrapped(`${textOf(each.inline)}${facets ? ` (${facets})` : ''}`, `${each.number}. `);
          }),
        ].join('\n')
      : '',
    people.length > 0
      ? [
          underlined(m.minutes_annex({}, fr)),
          ...people.map((person) => {
            const name = person.represents ? m.minutes_represents({ name: person.name, represents: person.represents }, fr) : person.name;
            return wrapped([person.organisation, name, person.function].filter(Boolean).join(', '), '- ');
          }),
        ].join('\n')
      : '',
    annex.excused.length > 0
      ? wrapped(`${m.minutes_excused({}, fr)} : ${annex.excused.map((each) => `${each.name} (${each.organisation})`).join(', ')}`)
      : '',
    facts.proof,
  ];
  return frenchSpaces(`${parts.filter(Boolean).join('\n\n')}\n`);
}

function entry(each: Entry): string {
  if (each.type === 'block') return block(each.block);
  const { name, function: role, organisation } = each.speaker;
  return [wrapped(`${[name, role, organisation].filter(Boolean).join(', ')} :`), ...each.blocks.map(block)].join('\n');
}

function block(each: NoteBlock): string {
  switch (each.type) {
    case 'paragraph': {
      const label = {
        takeaway: '-> ',
        decision: `${m.minutes_decision({}, fr)} : `,
        action: `[ ] `,
        proposal: `${m.minutes_proposal({}, fr)} : `,
      };
      return wrapped(textOf(each.inline), label[each.kind as keyof typeof label] ?? '');
    }
    case 'heading':
      return textOf(each.inline);
    case 'list':
      return each.items.map((item, index) => wrapped(item.map(blockText).join(' '), each.ordered ? `${index + 1}. ` : '- ')).join('\n');
    case 'quote':
      return each.blocks.map((inner) => wrapped(blockText(inner), '> ', '> ')).join('\n');
    case 'table':
      return each.rows.map((row) => row.map((cell) => cell.blocks.map(blockText).join(' ')).join(' | ')).join('\n');
    case 'rule':
      return '-'.repeat(WIDTH);
  }
}

function underlined(title: string, mark = '-'): string {
  return `${title}\n${mark.repeat(Math.min(WIDTH, title.length))}`;
}

function wrapped(text: string, first = '', others = ' '.repeat(first.length)): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/[ \n\t]+/)) {
    const onlyPrefix = line === (lines.length === 0 ? first : others);
    if (!onlyPrefix && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = others + word;
    } else {
      line += onlyPrefix ? word : ` ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
