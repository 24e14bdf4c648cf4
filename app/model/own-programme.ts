import type { MeetingStatus } from './meetings.ts';
import { boundsOf, whenOf } from './when.ts';

/** How a session came into one's own programme: it was chosen, or one registered for it, or waits for a place. */
export const CHOICES = ['starred', 'registered', 'waiting'] as const;
export type Choice = (typeof CHOICES)[number];

/** Sessions that one programme holds; no edition has more. */
export const MOST_STARRED = 400;

/** A session with its hours; ISO instants, null when nobody knows them to the hour. */
export interface Timed {
  id: string;
  hours: { from: string; to: string } | null;
  cancelled: boolean;
}

/** What clashes are found by, of a session as it was read. */
export function timedOf({ id, edtf, timeZone, status }: { id: string; edtf: string; timeZone: string; status: MeetingStatus }): Timed {
  const when = whenOf(edtf);
  return { id, hours: when.kind === 'time' ? boundsOf(when, timeZone) : null, cancelled: status === 'cancelled' };
}

/**
 * For each session that runs at the same time as one before it: the nearest such one, in the order given. What ends when the
 * next begins is no clash; what is cancelled, or has no hour, clashes with nothing.
 */
export function clashesOf(sessions: readonly Timed[]): Map<string, { id: string; previous: boolean }> {
  const clashes = new Map<string, { id: string; previous: boolean }>();
  for (const [index, session] of sessions.entries()) {
    const at = sessions.slice(0, index).findLastIndex((earlier) => overlap(earlier, session));
    const other = sessions[at];
    if (other) clashes.set(session.id, { id: other.id, previous: at === index - 1 });
  }
  return clashes;
}

/** Every session that clashes with another, in whatever order. */
export function clashing(sessions: readonly Timed[]): Set<string> {
  return new Set([...clashesOf(sessions)].flatMap(([id, other]) => [id, other.id]));
}

function overlap(a: Timed, b: Timed): boolean {
  if (a.cancelled || b.cancelled || !a.hours || !b.hours) return false;
  return instant(a.hours.from) < instant(b.hours.to) && instant(b.hours.from) < instant(a.hours.to);
}

// two ways to write one instant sort differently as text
const instant = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
