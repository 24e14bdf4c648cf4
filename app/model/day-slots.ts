import type { Hours } from './place-on-days.ts';

const DAY = 24 * 60;
/** What is shorter is drawn as long as this, so that its title has room and nothing is drawn over it. */
const SHORTEST = 30;

/** One meeting in the column of one day: minutes since midnight, and its share of the width beside what takes place meanwhile. */
export interface Slot<Item> {
  item: Item;
  from: number;
  to: number;
  /** It is in the `lane`th (from 0) of `lanes` equal parts of the column. */
  lane: number;
  lanes: number;
  /** It began the day before; it goes on the day after. */
  before: boolean;
  after: boolean;
}

/**
 * Places what has hours in the column of a day ('YYYY-MM-DD'), side by side where it overlaps. A night across midnight is
 * part of both days. While clocks are put back an end may read earlier than its start: it is drawn after the start all the same.
 */
export function slotsOfDay<Item extends { hours: Hours | null }>(day: string, items: readonly Item[]): Slot<Item>[] {
  const slots = items.flatMap((item) => slotOf(day, item) ?? []).sort((a, b) => a.from - b.from || b.to - a.to);
  let together: Slot<Item>[] = [];
  let busyUntil = 0;
  for (const slot of slots) {
    if (slot.from >= busyUntil) [together, busyUntil] = [[], 0];
    const taken = new Set(together.filter((other) => other.to > slot.from).map((other) => other.lane));
    while (taken.has(slot.lane)) slot.lane += 1;
    together.push(slot);
    busyUntil = Math.max(busyUntil, slot.to);
    const lanes = Math.max(...together.map((other) => other.lane)) + 1;
    for (const other of together) other.lanes = lanes;
  }
  return slots;
}

function slotOf<Item extends { hours: Hours | null }>(day: string, item: Item): Slot<Item> | null {
  if (!item.hours) return null;
  const { start } = item.hours;
  const end = item.hours.end > start ? item.hours.end : start;
  const [firstDay, lastDay] = [start.slice(0, 10), end.slice(0, 10)];
  if (day < firstDay || day > lastDay) return null;
  // what ends at midnight is of the day before only
  if (day === lastDay && day > firstDay && end.endsWith('T00:00')) return null;
  const before = day > firstDay;
  const after = day < lastDay && !(end.endsWith('T00:00') && nextDay(day) === lastDay);
  const from = Math.min(before ? 0 : minuteOf(start), DAY - SHORTEST);
  const to = Math.max(day < lastDay ? DAY : minuteOf(end), from + SHORTEST);
  return { item, from, to, lane: 0, lanes: 1, before, after };
}

/** The whole hours from which to which a week is drawn: the office's, and whatever else something takes place in. */
export function hoursToDraw(
  slots: readonly { from: number; to: number }[],
  office: { from: number; to: number },
): { from: number; to: number } {
  return {
    from: Math.min(office.from, ...slots.map(({ from }) => Math.floor(from / 60))),
    to: Math.max(office.to, ...slots.map(({ to }) => Math.ceil(to / 60))),
  };
}

/** With hours, and shorter than a day: it has its place in a column; what is longer is drawn over its days. */
export function hasSlot({ hours }: { hours: Hours | null }): boolean {
  return hours !== null && Temporal.PlainDateTime.from(hours.start).until(hours.end).total('hours') < 24;
}

function minuteOf(local: string): number {
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
