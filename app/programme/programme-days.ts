import type { MeetingStatus } from '#app/model/meetings.ts';
import { whenOf } from '#app/model/when.ts';

/** What the programme needs of a session; the rest of the row goes through. */
export interface Scheduled {
  edtf: string;
  placeName: string;
  status: MeetingStatus;
}

export interface Slot<Row> {
  /** 'HH:MM'. */
  start: string;
  /** The end that all its sessions share; null when they end at different hours. */
  end: string | null;
  sessions: { row: Row /** Ends at, when not with the others. */; ownEnd: string | null }[];
}

export interface ProgrammeDay<Row> {
  /** 'YYYY-MM-DD'. */
  day: string;
  /** Rooms in which sessions run side by side, in alphabetical order; empty when there are too many for columns, or none is known. */
  rooms: string[];
  slots: Slot<Row>[];
  count: number;
}

const MOST_COLUMNS = 4;

/** Sessions by day and by the hour at which they start; those without an hour stand apart. */
export function programmeDays<Row extends Scheduled>(sessions: readonly Row[]): { days: ProgrammeDay<Row>[]; unscheduled: Row[] } {
  const timed = sessions.flatMap((row) => {
    const when = whenOf(row.edtf);
    return when.kind === 'time' ? [{ row, day: when.start.slice(0, 10), start: when.start.slice(11), end: when.end.slice(11) }] : [];
  });
  const byDay = Map.groupBy(timed, ({ day }) => day);
  const days = [...byDay]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([day, entries]): ProgrammeDay<Row> => {
      const slots = [...Map.groupBy(entries, ({ start }) => start)]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([start, parallel]) => slotOf(start, parallel));
      return { day, rooms: roomsOf(slots), slots, count: entries.length };
    });
  return { days, unscheduled: sessions.filter((row) => whenOf(row.edtf).kind !== 'time') };
}

function slotOf<Row>(start: string, parallel: { row: Row; end: string }[]): Slot<Row> {
  const shared = parallel.every(({ end }) => end === parallel[0]?.end) ? (parallel[0]?.end ?? null) : null;
  return { start, end: shared, sessions: parallel.map(({ row, end }) => ({ row, ownEnd: shared ? null : end })) };
}

function roomsOf<Row extends Scheduled>(slots: Slot<Row>[]): string[] {
  const parallel = slots.filter((slot) => slot.sessions.length > 1).flatMap((slot) => slot.sessions);
  const rooms = new Set(parallel.map(({ row }) => row.placeName));
  return rooms.size > MOST_COLUMNS || rooms.has('') ? [] : [...rooms].toSorted((a, b) => a.localeCompare(b, 'fr'));
}
