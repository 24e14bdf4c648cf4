import type { SetAsideReason } from '#app/model/outside-calendars.ts';
import { occurrencesOf, type Window } from './occurrences.ts';
import type { SourceEvent } from './source-events.ts';
import { keyOf, type SourceTime } from './source-times.ts';
import { type DatedEvent, whenOfEvent } from './when-of-event.ts';

/** One date on which an event takes place. */
export interface Occurrence {
  event: SourceEvent;
  recurrenceId: string;
  dated: DatedEvent;
}

export interface Gathered {
  found: Occurrence[];
  elsewhere: number;
  cancelled: number;
  setAside: Partial<Record<SetAsideReason, number>>;
  examples: string[];
}

/** Dates of one rule, and of a whole calendar before they are put in order; time for all its rules. */
const MOST_OF_A_RULE = 2000;
const MOST_IN_ALL = 20_000;
const RULES_MS = 8000;
const MOST_EXAMPLES = 5;

/** The dates in a window of a calendar's events: series spread out, with what was changed or left out of them, and nothing that was cancelled. */
export function gatherOccurrences(events: readonly SourceEvent[], { window, own }: { window: Window; own: string }): Gathered {
  const gathered: Gathered = { found: [], elsewhere: 0, cancelled: 0, setAside: {}, examples: [] };
  const [from, to] = [window.from, window.to].map((day) => day.toZonedDateTime('UTC').toInstant().toString());
  const taken = new Set<string>();
  const until = performance.now() + RULES_MS;
  for (const [, versions] of Map.groupBy(events, ({ uid }) => uid)) gatherOne(versions);
  return gathered;

  function gatherOne(versions: readonly SourceEvent[]): void {
    const masters = newestOf(
      versions.filter(({ instead }) => instead === ''),
      setAside,
    );
    const instead = insteadOf(versions);
    for (const master of masters) {
      if (refused(master)) continue;
      if (!master.start) {
        setAside(master, master.hasStart ? 'bad_date' : 'no_date');
        continue;
      }
      const late = master.rule !== null && (performance.now() > until || gathered.found.length > MOST_IN_ALL);
      const times = late ? 'too_many' : occurrencesOf(master, master.start, window, MOST_OF_A_RULE);
      if (typeof times === 'string') setAside(master, times);
      else takeAll(master, times, instead);
    }
    // of a whole series that is cancelled nothing stays
    if (masters.length > 0 && masters.every(({ cancelled }) => cancelled)) return;
    // those moved into the window from elsewhere, and those whose series is not in the file
    const left = masters.flatMap(({ without }) => [...without]);
    for (const [key, event] of instead) if (!left.includes(key) && !refused(event) && event.start) take(event, event.start, key);
  }

  function takeAll(master: SourceEvent, times: readonly SourceTime[], instead: Map<string, SourceEvent>): void {
    let near = 0;
    for (const time of times) {
      const key = keyOf(time);
      const single = master.rule === null && master.dates.length === 0;
      if (instead.has(key)) near += 1;
      else if (take(master, time, single ? '' : key)) near += 1;
    }
    if (near === 0) gathered.elsewhere += 1;
  }

  /** Whether it is shown, or set aside and told; false: another time. */
  function take(event: SourceEvent, time: SourceTime, recurrenceId: string): boolean {
    const dated = whenOfEvent(time, event.start && event.instead === '' ? event : { ...event, start: time }, own);
    if (typeof dated === 'string') {
      setAside(event, dated);
      return true;
    }
    if (!(dated.bounds.to > (from ?? '') && dated.bounds.from < (to ?? ''))) return false;
    // the same UID for several events: their dates tell them apart
    const id = taken.has(`${event.uid} ${recurrenceId}`) ? `${recurrenceId} ${keyOf(time)}`.trim().slice(0, 40) : recurrenceId;
    if (taken.has(`${event.uid} ${id}`)) setAside(event, 'duplicate');
    else gathered.found.push({ event, recurrenceId: id, dated });
    taken.add(`${event.uid} ${id}`);
    return true;
  }

  function refused(event: SourceEvent): boolean {
    if (event.cancelled) gathered.cancelled += 1;
    else if (event.private) gathered.setAside.private = (gathered.setAside.private ?? 0) + 1;
    return event.cancelled || event.private;
  }

  function setAside(event: SourceEvent, reason: SetAsideReason): void {
    gathered.setAside[reason] = (gathered.setAside[reason] ?? 0) + 1;
    if (gathered.examples.length >= MOST_EXAMPLES) return;
    const { title } = event.texts();
    if (title && !gathered.examples.includes(title)) gathered.examples.push(title);
  }
}

/** Of several copies of an event with the same date, the newest; copies with other dates and the same number are other events. */
function newestOf(copies: readonly SourceEvent[], setAside: (event: SourceEvent, reason: SetAsideReason) => void): SourceEvent[] {
  if (copies.length < 2) return [...copies];
  const highest = Math.max(...copies.map(({ sequence }) => sequence));
  const byDate = new Map<string, SourceEvent>();
  for (const copy of copies) {
    if (copy.sequence < highest) continue;
    const key = copy.start ? keyOf(copy.start) : '';
    const other = byDate.get(key);
    if (other) setAside(copy, 'duplicate');
    if (!other || other.stamp < copy.stamp) byDate.set(key, copy);
  }
  return [...byDate.values()];
}

function insteadOf(versions: readonly SourceEvent[]): Map<string, SourceEvent> {
  const newest = new Map<string, SourceEvent>();
  for (const event of versions) {
    if (event.instead === '') continue;
    const other = newest.get(event.instead);
    if (!other || other.sequence < event.sequence || (other.sequence === event.sequence && other.stamp <= event.stamp))
      newest.set(event.instead, event);
  }
  return newest;
}
