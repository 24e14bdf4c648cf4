import { clashesOf, timedOf } from '#app/model/own-programme.ts';
import { whenOf } from '#app/model/when.ts';
import type { Session } from '#app/programme/load-programme.server.ts';

export interface OwnSession {
  row: Session;
  /** 'HH:MM'; null: only the day is known, or nothing. */
  start: string | null;
  end: string | null;
  /** Another of one's sessions at the same time: the one before it in the list or further up; 'first': a later one says so. */
  clash: { title: string; previous: boolean } | 'first' | null;
}

export interface OwnDay {
  /** 'YYYY-MM-DD'; '' for what has no day yet. */
  day: string;
  sessions: OwnSession[];
}

/** One's own sessions day by day in order of time, with what runs at the same time; those without a day come last. */
export function ownDays(sessions: readonly Session[]): OwnDay[] {
  const own = sessions.filter(({ choice }) => choice !== null);
  const clashes = clashesOf(own.map(timedOf));
  const firsts = new Set([...clashes.values()].map(({ id }) => id));
  const entries = own.map((row) => {
    const when = whenOf(row.edtf);
    const other = clashes.get(row.id);
    const title = own.find(({ id }) => id === other?.id)?.title ?? '';
    const clash = other ? { title, previous: other.previous } : firsts.has(row.id) ? ('first' as const) : null;
    const hours = when.kind === 'time' ? { start: when.start.slice(11), end: when.end.slice(11) } : { start: null, end: null };
    const day = when.kind === 'time' ? when.start.slice(0, 10) : when.kind === 'day' ? when.day : '';
    return { day, session: { row, ...hours, clash } satisfies OwnSession };
  });
  const days = [...Map.groupBy(entries, ({ day }) => day)].map(([day, list]) => ({ day, sessions: list.map(({ session }) => session) }));
  return days.toSorted((a, b) => (a.day || '9').localeCompare(b.day || '9'));
}
