import type { CalendarEvent } from '../event.ts';

/** One entry as a resource. */
export interface DavEvent {
  /** Path under which it is read. */
  href: string;
  /** With its quotes. */
  etag: string;
  event: CalendarEvent;
}

/** What a calendar held at one moment, and what it held before. */
export interface State {
  /** A URI (RFC 6578, 3): the same for the same entries, on every node. */
  syncToken: string;
  events: ReadonlyMap<string, DavEvent>;
  /** The newest last. */
  past: readonly Step[];
}

/** What the next state has otherwise: the tags that those entries had, null for those that were not there. */
export interface Step {
  /** The token of the state before. */
  token: string;
  tags: ReadonlyMap<string, string | null>;
}

const MOST_STEPS = 50;
/** Tags remembered beside a calendar's own, so that a change of everything is not remembered many times. */
const MOST_TAGS = 2000;

/** The past of the state `now`, before which the calendar was as `last` says: as far back as clients are likely to ask. */
export function pastOf(now: Omit<State, 'past'>, last: State): readonly Step[] {
  if (now.syncToken === last.syncToken) return last.past;
  const tags = new Map<string, string | null>();
  for (const { href, etag } of last.events.values()) if (now.events.get(href)?.etag !== etag) tags.set(href, etag);
  for (const href of now.events.keys()) if (!last.events.has(href)) tags.set(href, null);
  const past = [...last.past, { token: last.syncToken, tags }].slice(-MOST_STEPS);
  while (past.length > 0 && countTags(past) > MOST_TAGS) past.shift();
  return past;
}

export function countTags(past: readonly Step[]): number {
  return past.reduce((count, { tags }) => count + tags.size, 0);
}

/** What changed and what went since a token was given; null: it is not known, any more. */
export function changesSince({ syncToken, events, past }: State, token: string): { changed: DavEvent[]; gone: string[] } | null {
  const from = token === syncToken ? past.length : past.findLastIndex((step) => step.token === token);
  if (from < 0) return null;
  // of an entry that changed several times, what it was first
  const before = new Map(
    past
      .slice(from)
      .toReversed()
      .flatMap(({ tags }) => [...tags]),
  );
  const changed = [...before].flatMap(([href]) => events.get(href) ?? []).filter(({ href, etag }) => before.get(href) !== etag);
  return { changed, gone: [...before].flatMap(([href, etag]) => (etag !== null && !events.has(href) ? href : [])) };
}
