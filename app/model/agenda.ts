export const AGENDA_ITEM_KINDS = ['opening', 'information', 'discussion', 'decision', 'break', 'conclusion'] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];

/** Longest texts in characters, times in minutes; the tables hold the same (db/migrations). A day has no 25th hour. */
export const AGENDA_LIMITS = { title: 300, summary: 5000, minutes: 24 * 60, items: 100, presenters: 20 } as const;

/** What an organiser writes of a point of the agenda. */
export interface AgendaPoint {
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  summary: string;
  /** People who attend the meeting or belong to its group, in the order they speak. */
  presenterIds: string[];
}

/** Minutes of a whole agenda. */
export function sumOf(points: readonly { durationMinutes: number }[]): number {
  return points.reduce((sum, point) => sum + point.durationMinutes, 0);
}

/** How an agenda fills its meeting: both in minutes; `over` is negative while time is left; null when the meeting has no hours. */
export function fillOf(points: readonly { durationMinutes: number }[], meetingMinutes: number | null) {
  const planned = sumOf(points);
  return { planned, available: meetingMinutes, over: meetingMinutes === null ? null : planned - meetingMinutes };
}

/** Minutes from the meeting's start to the start of each point. */
export function offsetsOf(points: readonly { durationMinutes: number }[]): number[] {
  let offset = 0;
  return points.map((point) => {
    const start = offset;
    offset += point.durationMinutes;
    return start;
  });
}

/** The order after one point was put before another (null: at the end); null when either is gone. */
export function reorder(ids: readonly string[], moved: string, before: string | null): string[] | null {
  if (!ids.includes(moved) || (before !== null && !ids.includes(before))) return null;
  if (moved === before) return [...ids];
  const rest = ids.filter((id) => id !== moved);
  const at = before === null ? rest.length : rest.indexOf(before);
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}
