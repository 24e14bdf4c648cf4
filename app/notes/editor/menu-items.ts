import type { EditorView } from '@tiptap/pm/view';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { nameKey } from '#app/model/text.ts';
import { formatDay } from '../civil-day.ts';
import { parseDueDate } from '../due-date.ts';
import { kindChoices } from '../kind-choices.ts';
import type { Participant } from '../participant.ts';
import { setKind, startBlock } from './block-commands.ts';
import type { MenuItem } from './caret-menu.ts';
import { continueAfterTurn, fillDue, fillPerson } from './person-fill.ts';
import type { Query } from './query.ts';

/** The block with the caret takes the kind, whatever it was; a turn begins one of its own. */
export function blockItems(): MenuItem[] {
  return kindChoices().map(({ kind, icon, label, hint, key }) => ({
    id: kind,
    label,
    hint,
    icon,
    key,
    choose: (view) => void (kind === 'turn' ? startBlock(kind) : setKind(kind))(view.state, view.dispatch),
  }));
}

const LONGEST_LIST = 6;

/** People whose name or organisation has a word that begins with each word typed. */
export function findParticipants(participants: readonly Participant[], typed: string): Participant[] {
  const wanted = nameKey(typed).split(' ').filter(Boolean);
  return participants
    .filter((participant) => {
      const words = nameKey(`${participant.name} ${participant.organisation}`).split(' ');
      return wanted.every((word) => words.some((candidate) => candidate.startsWith(word)));
    })
    .slice(0, LONGEST_LIST);
}

export function personItems(participants: readonly Participant[], query: Query): MenuItem[] {
  return findParticipants(participants, query.text).map((participant) => ({
    id: participant.id,
    label: participant.name,
    hint: [participant.function, participant.organisation].filter(Boolean).join(', '),
    avatar: participant.personId,
    choose: (view) => {
      fillPerson(participant, query)(view.state, view.dispatch);
      continueAfterTurn(view.state, view.dispatch);
    },
  }));
}

/** What was typed as a day; before anything is typed, the days that are given most. */
export function dueItems(query: Query, today: string): MenuItem[] {
  const typed = query.text.trim();
  const offered = typed ? [typed] : [m.notes_due_tomorrow(), m.notes_due_in_a_week(), m.notes_due_in_a_month(), m.notes_due_end_of_month()];
  return offered.flatMap((words) => {
    const due = parseDueDate(words, today);
    if (!due) return [];
    const choose = (view: EditorView) => void fillDue(due, query)(view.state, view.dispatch);
    return [
      { id: due, label: formatDay(due, getLocale(), 'full'), ...(typed ? {} : { hint: words }), icon: 'calendar-blank' as const, choose },
    ];
  });
}
