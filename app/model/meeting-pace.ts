import type { Facilitation, PointRun } from './facilitation.ts';

// How a meeting gets on: every time is a number of seconds, every moment milliseconds since 1970 by the server's clock.

/** A point as the agenda plans it. */
export interface PlannedPoint {
  id: string;
  minutes: number;
}

/** The clock of the current point. */
export interface PointClock {
  agendaItemId: string;
  /** While the clock ran. */
  spent: number;
  /** Planned, with what was added. */
  allowed: number;
  /** Negative: overrun. */
  left: number;
  paused: boolean;
}

/** The clock of the current point at a moment; null: the meeting is at no point of the agenda. */
export function pointClock({ current, points: runs }: Facilitation, points: readonly PlannedPoint[], at: number): PointClock | null {
  const planned = points.find(({ id }) => id === current?.agendaItemId);
  const run = runs.find(({ agendaItemId }) => agendaItemId === current?.agendaItemId);
  if (!current || !planned || !run) return null;
  const spent = run.spentSeconds + (current.runningSince === null ? 0 : secondsBetween(Date.parse(current.runningSince), at));
  const allowed = (planned.minutes + run.addedMinutes) * 60;
  return { agendaItemId: planned.id, spent, allowed, left: allowed - spent, paused: current.runningSince === null };
}

/** The point that « Point suivant » leads to: the next that was not begun, then those that were jumped over; null: none is left. */
export function nextPoint(
  { current, points: runs }: Pick<Facilitation, 'current'> & { points: readonly Pick<PointRun, 'agendaItemId'>[] },
  points: readonly { id: string }[],
): string | null {
  return toCome({ current, points: runs }, points)[0]?.id ?? null;
}

function toCome<P extends { id: string }>(
  { current, points: runs }: Pick<Facilitation, 'current'> & { points: readonly Pick<PointRun, 'agendaItemId'>[] },
  points: readonly P[],
): P[] {
  const begun = new Set(runs.map(({ agendaItemId }) => agendaItemId));
  const here = points.findIndex(({ id }) => id === current?.agendaItemId);
  return [...points.slice(here + 1), ...points.slice(0, here + 1)].filter(({ id }) => !begun.has(id));
}

export interface PlacedPoint {
  id: string;
  state: 'done' | 'current' | 'coming';
  /** When it was begun, or will be, if every point takes its planned time from now on; null: nobody can say. */
  at: number | null;
  spent: number;
}

/**
 * Every point in its place in time, in the order of the agenda, and the end of the meeting. `plannedStart`: of a meeting with
 * an hour, which counts until it is opened.
 */
export function placePoints(
  facilitation: Facilitation,
  points: readonly PlannedPoint[],
  { at, plannedStart }: { at: number; plannedStart: number | null },
): { points: PlacedPoint[]; endsAt: number | null } {
  const { startedAt, closedAt } = facilitation;
  const clock = pointClock(facilitation, points, at);
  const runs = new Map(facilitation.points.map((run) => [run.agendaItemId, run]));
  const coming = new Map<string, number | null>();
  let moment = startedAt === null ? plannedStart : at + Math.max(0, clock?.left ?? 0) * 1000;
  const left = toCome(facilitation, points);
  for (const { id, minutes } of left) {
    coming.set(id, closedAt === null ? moment : null);
    if (moment !== null) moment += minutes * 60_000;
  }
  if (startedAt !== null && !clock && left.length === 0) moment = lastMoment(facilitation);
  return {
    points: points.map(({ id }) => {
      const run = runs.get(id);
      if (!run) return { id, state: 'coming', at: coming.get(id) ?? null, spent: 0 };
      const isCurrent = id === clock?.agendaItemId;
      const spent = isCurrent ? clock.spent : run.spentSeconds;
      return { id, state: isCurrent && closedAt === null ? 'current' : 'done', at: Date.parse(run.startedAt), spent };
    }),
    endsAt: closedAt === null ? moment : Date.parse(closedAt),
  };
}

/** The end of the last point that was held. */
function lastMoment({ startedAt, points }: Facilitation): number | null {
  return Math.max(...[startedAt, ...points.map(({ endedAt }) => endedAt)].map((instant) => (instant === null ? 0 : Date.parse(instant))));
}

/** Seconds since the meeting was opened, until it was closed; null: it is not open yet. */
export function elapsed({ startedAt, closedAt }: Facilitation, at: number): number | null {
  return startedAt === null ? null : secondsBetween(Date.parse(startedAt), closedAt === null ? at : Date.parse(closedAt));
}

/** Full seconds; a moment before, by a clock that was put right meanwhile, is none. */
function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 1000));
}

/** '6:42', '+2:10' of an overrun (negative seconds left), '1:04:18'. */
export function formatSeconds(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return `${seconds < 0 ? '+' : ''}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(rest)}`;
}
