import type { MeetingStatus } from '#app/model/meetings.ts';
import { firstDay, isMonth, whenOf } from '#app/model/when.ts';

/**
 * Which of the meetings to come the front page shows in large: the first that takes place on a known day. What is only
 * known to the month never is; cancelled ones stay among the others, where people who expected them look.
 */
export function chooseNext<Row extends { edtf: string; status: MeetingStatus }>(
  upcoming: readonly Row[],
): { next: Row | null; after: Row[] } {
  const next = upcoming.find((row) => row.status !== 'cancelled' && ['time', 'day', 'span'].includes(whenOf(row.edtf).kind)) ?? null;
  return { next, after: upcoming.filter((row) => row !== next) };
}

/** The month ('YYYY-MM') that was asked for, or else that of the next meeting: the front page never opens on empty days. */
export function monthToShow(asked: string | null, today: string, next: { edtf: string } | null): string {
  if (asked && isMonth(asked)) return asked;
  return (next ? firstDay(whenOf(next.edtf)) : today).slice(0, 7);
}

/** Whole days from today to a day; negative when it has begun. Both 'YYYY-MM-DD'. */
export function daysUntil(day: string, today: string): number {
  return Temporal.PlainDate.from(today).until(day).total('days');
}
