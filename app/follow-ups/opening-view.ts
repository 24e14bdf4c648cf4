import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isOverdue } from '#app/model/follow-ups.ts';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import type { Opening } from '#server/follow-ups/read-opening.ts';

/** The opening of a meeting in words, written on the server: not every browser of the room has Temporal. */
export interface OpeningView {
  groupSlug: string;
  actions: { id: string; body: string; late: boolean; facts: string }[];
  /** « 9 actions ouvertes, dont une en retard » */
  summary: string;
  decisions: { id: string; number: string; body: string }[];
  /** Where those decisions were made. */
  decided: { to: string; words: string } | null;
}

export function openingView(opening: Opening | null): OpeningView | null {
  if (!opening) return null;
  const { actions, decisions, open, overdue, today, group } = opening;
  const [first] = decisions;
  return {
    groupSlug: group.slug,
    actions: actions.map((row) => ({
      ...{ id: row.id, body: frenchSpaces(row.body), late: isOverdue(row, today) },
      facts: [row.owner || m.follow_ups_nobody(), row.dueOn ? formatDay(row.dueOn, getLocale()) : m.follow_ups_without_date()].join(', '),
    })),
    summary:
      open === 0
        ? m.follow_ups_opening_title()
        : m.follow_ups_panel_open({ count: open }) + (overdue > 0 ? m.follow_ups_panel_late({ count: overdue }) : ''),
    decisions: decisions.map(({ id, number, body }) => ({ id, number, body: frenchSpaces(body) })),
    decided: first
      ? {
          to: `/minutes/${first.meetingSlug}`,
          words: formatWhen(whenOf(first.edtf), { zone: first.timeZone, locale: getLocale() }).date,
        }
      : null,
  };
}
