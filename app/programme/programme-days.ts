import type { SlotKind } from '#app/model/programme.ts';
import type { ProgrammeSlot } from '#app/model/programme-draft.ts';
import { whenOf } from '#app/model/when.ts';

/** What the programme needs of a session; the rest of the row goes through. */
export interface Scheduled {
  edtf: string;
  placeName: string;
  room: { name: string; position: number } | null;
}

export interface Slot<Row> {
  kind: SlotKind;
  label: string;
  /** 'HH:MM'. */
  start: string;
  /** The end that all its sessions share; null when they end at different hours. */
  end: string | null;
  toConfirm: boolean;
  sessions: { row: Row /** Ends at, when not with the others. */; ownEnd: string | null }[];
}

export interface ProgrammeDay<Row> {
  /** 'YYYY-MM-DD'. */
  day: string;
  /** Rooms in which sessions run side by side, in their own order; empty when there are too many for columns, or none is known. */
  rooms: string[];
  slots: Slot<Row>[];
  /** Of sessions. */
  count: number;
}

/** On the widest page a column of six still holds four words a line. */
const MOST_COLUMNS = 6;

interface Options<Row> {
  /** Of the last published version: breaks, hours to be confirmed, and which hour is a plenary's. */
  published?: readonly ProgrammeSlot[];
  /** Which sessions are shown. Columns and plenaries stay those of the whole programme; breaks go when any session does. */
  keep?: (row: Row) => boolean;
}

/** Sessions by day and by the hour at which they start; those without an hour stand apart. */
export function programmeDays<Row extends Scheduled>(
  sessions: readonly Row[],
  { published = [], keep = () => true }: Options<Row> = {},
): { days: ProgrammeDay<Row>[]; unscheduled: Row[] } {
  const timed = sessions.flatMap((row) => {
    const { toConfirm, ...when } = whenOf(row.edtf);
    if (when.kind !== 'time') return [];
    return [{ row, toConfirm, day: when.start.slice(0, 10), start: when.start.slice(11), end: when.end.slice(11) }];
  });
  const whole = sessions.every(keep);
  const marks = published.filter(({ kind, label }) => kind === 'break' || label !== '');
  const dayNames = new Set([...timed.map(({ day }) => day), ...(whole ? marks.map(({ day }) => day) : [])]);
  const days = [...dayNames].toSorted().map((day): ProgrammeDay<Row> => {
    const entries = timed.filter((entry) => entry.day === day);
    const planned = published.filter((slot) => slot.day === day);
    const slots = [...Map.groupBy(entries, ({ start }) => start)].map(([start, parallel]) =>
      slotOf(
        start,
        parallel,
        planned.find((slot) => slot.startsAt === start && slot.kind !== 'break'),
      ),
    );
    const rooms = roomsOf(slots);
    const shown = slots
      .map((slot) => ({ ...slot, sessions: slot.sessions.filter(({ row }) => keep(row)) }))
      .filter((slot) => slot.sessions.length > 0);
    const empty = whole ? planned.filter((slot) => marks.includes(slot) && !isTaken(slot, slots)).map(emptySlot) : [];
    return {
      ...{ day, rooms },
      slots: [...shown, ...empty].toSorted((a, b) => a.start.localeCompare(b.start)),
      count: shown.reduce((sum, slot) => sum + slot.sessions.length, 0),
    };
  });
  const unscheduled = sessions.filter((row) => whenOf(row.edtf).kind !== 'time' && keep(row));
  return { days: days.filter(({ slots }) => slots.length > 0), unscheduled };
}

type Entry<Row> = { row: Row; end: string; toConfirm: boolean };

function slotOf<Row>(start: string, parallel: readonly Entry<Row>[], planned: ProgrammeSlot | undefined): Slot<Row> {
  const end = parallel.every((entry) => entry.end === parallel[0]?.end) ? (parallel[0]?.end ?? null) : null;
  // without a version that says so, what has an hour to itself is a plenary
  const kind = parallel.length > 1 ? 'sessions' : (planned?.kind ?? 'plenary');
  const sessions = parallel.map((entry) => ({ row: entry.row, ownEnd: end ? null : entry.end }));
  const toConfirm = planned?.toConfirm ?? parallel.every((entry) => entry.toConfirm);
  return { kind, label: planned?.label ?? '', start, end, toConfirm, sessions };
}

/** Announced, and nothing in it (yet). */
function emptySlot({ kind, label, startsAt, endsAt, toConfirm }: ProgrammeSlot): Slot<never> {
  return { kind, label, start: startsAt, end: endsAt, toConfirm, sessions: [] };
}

const isTaken = <Row>({ kind, startsAt }: ProgrammeSlot, slots: readonly Slot<Row>[]) =>
  kind !== 'break' && slots.some((slot) => slot.start === startsAt);

function roomsOf<Row extends Scheduled>(slots: readonly Slot<Row>[]): string[] {
  const side = slots.filter(({ kind }) => kind === 'sessions').flatMap(({ sessions }) => sessions.map(({ row }) => row));
  const positions = new Map(side.map((row) => [row.room?.name ?? row.placeName, row.room?.position ?? Number.POSITIVE_INFINITY]));
  if (positions.size > MOST_COLUMNS || positions.has('')) return [];
  const byOrder = ([a, first]: [string, number], [b, second]: [string, number]) =>
    first === second ? a.localeCompare(b, 'fr', { numeric: true }) : first - second;
  return [...positions].toSorted(byOrder).map(([name]) => name);
}
