import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import type { ShownTodo } from './todo-rows.ts';

/** « Bonjour Inès, six choses à faire, dont une en retard » */
export function greeting(name: string, rows: readonly { late: boolean }[]): string {
  const count = rows.length;
  if (count === 0) return m.follow_ups_todo_nothing({ name });
  const late = rows.filter((row) => row.late).length;
  if (count === 1 && late === 1) return m.follow_ups_todo_only_late({ name });
  const things = m.follow_ups_todo_things({ count, name, things: m.follow_ups_number({ count }) });
  return late === 0 ? things : things + m.follow_ups_todo_things_late({ count: late, late: m.follow_ups_number({ count: late }) });
}

export interface TodoWords {
  title: string;
  meta: string;
  /** The one thing to do, unless it is the viewer's own action. */
  link: { to: string; label: string; primary?: boolean } | null;
}

export function wordsOf(row: ShownTodo): TodoWords {
  const date = row.edtf ? formatWhen(whenOf(row.edtf), { zone: 'UTC', locale: getLocale() }).date : '';
  const { amount: count, groupName: group, slug } = row;
  const title = frenchSpaces(row.title);
  switch (row.kind) {
    case 'action':
      return { title, meta: m.follow_ups_todo_from({ number: row.number ?? '', meeting: frenchSpaces(row.detail), date }), link: null };
    case 'proposals':
      return {
        ...{ title: m.follow_ups_todo_proposals({ count }), meta: m.follow_ups_todo_proposals_of({ title }) },
        link: { to: `/minutes/${slug}/review`, label: m.follow_ups_todo_decide(), primary: true },
      };
    case 'publish':
      return {
        ...{ title: m.follow_ups_todo_publish({ title }), meta: stateOf(row.detail, date) },
        link: { to: `/meetings/${slug}/minutes`, label: m.follow_ups_todo_review_publish(), primary: true },
      };
    case 'rejected':
      return {
        ...{ title: m.follow_ups_todo_rejected({ count }), meta: m.follow_ups_todo_rejected_of({ title, names: row.detail }) },
        link: { to: `/meetings/${slug}/attendees`, label: m.follow_ups_todo_correct() },
      };
    case 'unanswered':
      return {
        ...{ title: m.follow_ups_todo_unanswered({ count }), meta: m.follow_ups_todo_unanswered_of({ title, date }) },
        link: { to: `/meetings/${slug}/attendees`, label: m.follow_ups_todo_chase() },
      };
    case 'unsettled':
      return {
        ...{ title: m.follow_ups_todo_unsettled({ count }), meta: m.follow_ups_todo_unsettled_of({ group }) },
        link: { to: `/groups/${slug}/follow-ups?show=unsettled`, label: m.follow_ups_todo_choose() },
      };
    case 'overdue':
      return {
        ...{ title: m.follow_ups_todo_overdue({ count }), meta: firstOf(row) },
        link: { to: `/groups/${slug}/follow-ups?show=overdue`, label: m.follow_ups_todo_see() },
      };
    case 'untold':
      return {
        ...{ title: m.follow_ups_todo_untold({ count }), meta: firstOf(row) },
        link: { to: `/groups/${slug}/follow-ups#owners`, label: m.follow_ups_todo_tell() },
      };
  }
}

function firstOf({ amount, detail, groupName: group }: ShownTodo): string {
  const first = frenchSpaces(detail);
  return amount > 1 ? m.follow_ups_todo_of_group_more({ first, group }) : m.follow_ups_todo_of_group({ first, group });
}

function stateOf(state: string, date: string): string {
  if (state === 'approved') return m.follow_ups_todo_state_approved({ date });
  return state === 'in_review' ? m.follow_ups_todo_state_in_review({ date }) : m.follow_ups_todo_state_draft({ date });
}
