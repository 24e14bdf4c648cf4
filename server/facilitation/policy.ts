import type { AttendanceRole } from '#app/model/attendance.ts';
import type { Facilitation } from '#app/model/facilitation.ts';
import type { MeetingScope } from '#app/model/scope.ts';

const LEADING: readonly AttendanceRole[] = ['chair', 'facilitator'];

/** The clock, the points and the floor are for the organisers and for whoever chairs or facilitates; locks and the end for organisers. */
export function leadsMeeting({ can }: MeetingScope, roles: readonly AttendanceRole[]): boolean {
  return can.organise || (can.readNotes && roles.some((role) => LEADING.includes(role)));
}

const BEFORE = { hours: 1 };
const AFTER = { hours: 12 };

/** People sign themselves in while the meeting is open, and around its hours where nobody opens it: not a week before, not a year after. */
export function mayCheckInNow({
  facilitation: { startedAt, closedAt },
  bounds,
  now,
}: {
  facilitation: Pick<Facilitation, 'startedAt' | 'closedAt'>;
  /** ISO instants that the meeting's date covers; null: unknown. */
  bounds: { from: string; to: string } | null;
  now: Temporal.Instant;
}): boolean {
  if (closedAt !== null) return false;
  if (startedAt !== null) return true;
  if (!bounds) return false;
  const [opens, ends] = [Temporal.Instant.from(bounds.from).subtract(BEFORE), Temporal.Instant.from(bounds.to).add(AFTER)];
  return Temporal.Instant.compare(opens, now) <= 0 && Temporal.Instant.compare(now, ends) < 0;
}
