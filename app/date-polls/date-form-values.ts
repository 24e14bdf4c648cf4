import type { PollDate } from '#app/model/date-polls.ts';
import { isDateTime, isDay } from '#app/model/when.ts';

/** A date as its two fields send it; null: no day, or no such day or hour. An empty hour is the whole day. */
export function readDate({ day, starts }: { day: string; starts: string }): PollDate | null {
  if (!isDay(day)) return null;
  if (starts === '') return { day, starts: null };
  // browsers may send seconds
  const hour = starts.slice(0, 5);
  return isDateTime(`${day}T${hour}`) ? { day, starts: hour } : null;
}
