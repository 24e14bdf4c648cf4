import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import {
  type Action,
  type AnnexGroup,
  type AnnexPerson,
  blockText,
  type Edition,
  type Entry,
  type MinutesContent,
  type NextStep,
  type SynthesisPoint,
  synthesisToShow,
  textOf,
} from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
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
const WIDTH = 78;

/** The minutes as plain text (UTF-8, lines of at most 78 characters where words allow), for mails and for the simplest reader. */
export function toPlainText(content: MinutesContent, facts: VersionFacts): string {
  const { meeting, highlights, agenda, sections, decisions, actions, annex, edition } = content;
  const parts = [
    underlined(meeting.title, '='),
    edition === 'internal' ? m.minutes_edition_internal({}, fr).toUpperCase() : '',
    [meeting.group.name, facts.when, meeting.place].filter(Boolean).join('\n'),
    lines(leadFacts(content), ([term, fact]) => wrapped(`${term} : ${fact}`)),
    facts.line,
    ...content.notes.map((note) => `${noteTitle(note, facts.day)} :\n${wrapped(note.text, '| ', '| ')}`),
    part(m.minutes_highlights({}, fr), `\n${lines(highlights, (each) => wrapped(`${textOf(each.inline)}${internalMark(each)}`, '-> '))}`),
    part(
      m.minutes_agenda({}, fr),
      lines(agenda, (each, index) => wrapped(agendaLine(each), `${index + 1}. `)),
    ),
    part(m.minutes_synthesis({}, fr), synthesisToShow(content).map(synthesisOf).join('\n\n')),
    ...sections.flatMap((section) => [underlined(section.title), ...section.entries.map((each) => entry(each, edition))]),
    part(
      m.minutes_decisions({}, fr),
      lines(decisions, (each) => wrapped(`${textOf(each.inline)}${internalMark(each)}`, `${each.number}. `)),
    ),
    part(
      m.minutes_actions({}, fr),
      lines(actions, (each) => actionLine(each, facts)),
    ),
    part(
      m.minutes_next({}, fr),
      lines(content.nextSteps, (each) => nextStep(each, content)),
    ),
    part(m.minutes_annex({}, fr), annex.present.map(annexGroup).join('\n\n')),
    among(m.minutes_annex_represented({}, fr), representedLines(content)),
    among(m.minutes_excused({}, fr), annex.excused.map(personLine)),
    part(
      m.minutes_complements({}, fr),
      lines(content.complements, (each) => wrapped(`${complementLine(each, facts.day)}${internalMark(each)}`, '- ')),
    ),
    facts.proof,
  ];
  return frenchSpaces(`${parts.filter(Boolean).join('\n\n')}\n`);
}

function part(title: string, text: string): string {
  return text.trim() && `${underlined(title)}\n${text}`;
}

function lines<Each>(all: readonly Each[], line: (each: Each, index: number) => string): string {
  return all.map(line).join('\n');
}

function among(term: string, names: readonly string[]): string {
  return names.length > 0 ? wrapped(`${term} : ${names.join(', ')}`) : '';
}

function synthesisOf({ title, takeAways }: SynthesisPoint): string {
  return `${title} :\n${lines(takeAways, (each) => wrapped(`${textOf(each.inline)}${each.speaker ? ` (${each.speaker})` : ''}${internalMark(each)}`, '- '))}`;
}

function actionLine({ number, inline, assignee, due, internal }: Action, facts: VersionFacts): string {
  const facets = [assignee, due ? facts.day(due) : ''].filter(Boolean).join(', ');
  return wrapped(`${textOf(inline)}${facets ? ` (${facets})` : ''}${internal ? internalMark({ internal }) : ''}`, `${number}. `);
}

function nextStep(each: NextStep, content: MinutesContent): string {
  const date = dateLine(each.edtf, content);
  const what = each.anchor === null ? m.minutes_next_meeting({ title: textOf(each.inline) }, fr) : textOf(each.inline);
  return wrapped(`${date ? `${date} : ` : ''}${what}${each.who ? ` (${each.who})` : ''}${internalMark(each)}`, '- ');
}

function annexGroup({ kind, people }: AnnexGroup): string {
  const line = ({ organisation, name, function: role }: AnnexPerson) =>
    wrapped([organisation, name, role].filter(Boolean).join(', '), '- ');
  return `${kindOfOrganisations(kind)} :\n${lines(people, line)}`;
}

function entry(each: Entry, edition: Edition): string {
  const internal = edition === 'internal' && each.attribution === 'internal';
  if (each.type === 'block') return `${internal ? `[${m.minutes_internal({}, fr)}]\n` : ''}${block(each.block)}`;
  return [wrapped(`${speakerLine(each, edition)} :`), ...each.blocks.map(block)].join('\n');
}

function block(each: NoteBlock): string {
  switch (each.type) {
    case 'paragraph': {
      const label = {
        takeaway: '-> ',
        decision: `${m.minutes_decision({}, fr)} : `,
        action: `[ ] `,
        proposal: `${m.minutes_proposal({}, fr)} : `,
        question: `${m.minutes_question({}, fr)} : `,
        caution: `${m.minutes_caution({}, fr)} : `,
        agreement: `${m.minutes_agreement({}, fr)} : `,
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
