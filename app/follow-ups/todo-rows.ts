import type { TodoRow } from '#db/follow-ups/read-todo.ts';

export type ShownTodo = TodoRow & { late: boolean };

/**
 * In the order in which they are done: what is late first, then by day, an action without one last. What waits for an
 * organiser without a date waits since today; what should have been chased before today is for today.
 */
export function inOrder(rows: readonly TodoRow[], today: string): ShownTodo[] {
  return rows
    .map((row) => {
      const own = row.kind === 'action';
      const late = (own || row.kind === 'proposals') && row.day !== null && row.day < today;
      const day = own ? row.day : row.day === null || (row.day < today && !late) ? today : row.day;
      return { ...row, day, late };
    })
    .sort((a, b) => Number(b.late) - Number(a.late) || compareDays(a.day, b.day));
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
