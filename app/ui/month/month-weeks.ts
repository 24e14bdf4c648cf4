/** Something that a month shows on its days. */
export interface MonthItem {
  key: string;
  /** null: there is nothing more to read about it. */
  to: string | null;
  title: string;
  /** Hour before the title, '16 h 30', on the clock of the calendar; '' for whole days. */
  time: string;
  /** The same moment on its own clock where that shows another hour: '9 h 30 à Bogotá'. */
  ownTime?: string;
  /** How it looks, as the legend says; 'out' is an event of others. */
  look: 'dalc' | 'raict' | 'ext' | 'out';
  /** Says in a word what the look says: « À l’extérieur ». */
  word?: string;
  cancelled: boolean;
  /** First and last day, 'YYYY-MM-DD'. */
  from: string;
  until: string;
}

/** One piece of an item on one day: whole ('single'), or the start, middle or end of a bar. */
export interface Piece {
  item: MonthItem;
  shape: 'single' | 'start' | 'middle' | 'end';
  /** Days, this one included, until the bar ends or the week does; its title is written over them. 0: written before. */
  titleDays: number;
}

/** An empty place in a lane, which keeps the bars below it at their height. */
export interface Gap {
  item: null;
  lane: number;
}

export interface Day {
  day: string;
  inMonth: boolean;
  weekend: boolean;
  today: boolean;
  /** Bars in their lanes, with gaps where a lane is empty that day; then what takes place on this day alone. */
  pieces: (Piece | Gap)[];
  /** Items of the day that found no room. */
  more: number;
}

const MOST_A_DAY = 4;

/** The weeks of a month ('YYYY-MM'), Monday first, with the days around it that complete them. `today` is 'YYYY-MM-DD'. */
export function monthWeeks(month: string, today: string, items: readonly MonthItem[]): Day[][] {
  const { first, weeks } = monthSpan(month);
  return Array.from({ length: weeks }, (_, week) => {
    const days = Array.from({ length: 7 }, (_, index) => first.add({ days: week * 7 + index }).toString());
    const lanes = laneBars(days, items);
    return days.map((day, index) => dayOf(day, index, { days, lanes, month, today, items }));
  });
}

/** The bars of a week in their lanes, one week of a month by itself. `days` are seven, Monday first. */
export function barsOfWeek(days: string[], items: readonly MonthItem[]): (Piece | Gap)[][] {
  const lanes = laneBars(days, items);
  return days.map((day, index) => barsOn(day, index, days, lanes));
}

/** The days that a month's page shows, [from, to): from the Monday on or before its 1st. */
export function monthSpan(month: string): { first: Temporal.PlainDate; weeks: number } {
  const start = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const first = start.subtract({ days: start.dayOfWeek - 1 });
  const weeks = Math.ceil((start.dayOfWeek - 1 + start.daysInMonth) / 7);
  return { first, weeks };
}

function dayOf(
  day: string,
  index: number,
  { days, lanes, month, today, items }: { days: string[]; lanes: MonthItem[][]; month: string; today: string; items: readonly MonthItem[] },
): Day {
  const barPieces = barsOn(day, index, days, lanes);
  const singles = items.filter((item) => item.from === item.until && item.from === day);
  const room = Math.max(1, MOST_A_DAY - barPieces.length);
  const shown = singles.length > room ? singles.slice(0, room - 1) : singles;
  return {
    day,
    inMonth: day.startsWith(month),
    weekend: index > 4,
    today: day === today,
    pieces: [...barPieces, ...shown.map((item): Piece => ({ item, shape: 'single', titleDays: 1 }))],
    more: singles.length - shown.length,
  };
}

function barsOn(day: string, index: number, days: string[], lanes: MonthItem[][]): (Piece | Gap)[] {
  const bars = lanes.map((lane) => lane.find((item) => item.from <= day && day <= item.until) ?? null);
  const lastBar = bars.findLastIndex(Boolean);
  return bars.slice(0, lastBar + 1).map((item, lane) => (item ? pieceOf(item, day, index, days) : { item, lane }));
}

function pieceOf(item: MonthItem, day: string, index: number, days: string[]): Piece {
  const shape = day === item.from ? 'start' : day === item.until ? 'end' : 'middle';
  const lastHere = days.findLastIndex((other) => other <= item.until);
  return { item, shape, titleDays: shape === 'start' || index === 0 ? lastHere - index + 1 : 0 };
}

/** Gives each bar of a week a lane of its own, so that it stays at one height from day to day. */
function laneBars(days: string[], items: readonly MonthItem[]): MonthItem[][] {
  const [monday = '', sunday = ''] = [days[0], days[6]];
  const bars = items.filter((item) => item.from < item.until && item.from <= sunday && item.until >= monday);
  const lanes: MonthItem[][] = [];
  for (const bar of bars.toSorted((a, b) => a.from.localeCompare(b.from) || b.until.localeCompare(a.until))) {
    const lane = lanes.find((taken) => taken.every((other) => other.until < bar.from || other.from > bar.until));
    if (lane) lane.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}
