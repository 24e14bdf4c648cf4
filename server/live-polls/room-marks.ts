import type { RoomScope } from '#app/model/scope.ts';
import type { Services } from '#server/services.ts';
import { readRoomMark } from './read-room.ts';

const FRESH_MS = 1000;
const MOST_ROOMS = 500;

const marks = new Map<string, { until: number; mark: Promise<string> }>();

/** The mark of a room, at most a second old: three hundred phones that ask at once are one query. */
export function roomMark(services: Pick<Services, 'db'>, scope: RoomScope): Promise<string> {
  const now = performance.now();
  const known = marks.get(scope.code);
  if (known && known.until > now) return known.mark;
  if (marks.size >= MOST_ROOMS) marks.clear();
  const mark = readRoomMark(services, scope);
  marks.set(scope.code, { until: now + FRESH_MS, mark });
  // what failed is asked again by whoever comes next
  mark.catch(() => marks.delete(scope.code));
  return mark;
}
