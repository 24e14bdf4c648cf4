import type { Feed } from '../read-feed.ts';
import { BadXml, CALDAV, c, childrenOf, DAV, d, type Element, escapeXml } from './dav-xml.ts';
import { changesSince, type DavEvent } from './history.ts';
import { inTurns } from './in-turns.ts';
import { describe, missing, type Wish } from './properties.ts';
import type { DavCalendar } from './read-calendar.ts';
import { readWish } from './read-wish.ts';
import { readTimeRange, type TimeRange, within } from './time-range.ts';

/** What is answered to a REPORT: responses, and the token that stands for them; or the condition that failed, with its status. */
export type Report =
  | { ok: true; responses: AsyncIterable<string>; syncToken?: string }
  | { ok: false; status: 403 | 507; condition: string };

/** Addresses that one multiget may name; phones name some tens at a time. More are refused, and the limit is named. */
const MOST_HREFS = 1000;

interface Asked {
  body: Element;
  feed: Feed;
  calendar: DavCalendar;
  home: string;
}

/** Answers one of the reports of a calendar (RFC 4791, 7.8 and 7.9; RFC 6578, 3.2). Throws BadXml. */
export function answerReport(asked: Asked): Report {
  const { body } = asked;
  const report = body.namespace === CALDAV ? body.name : body.namespace === DAV && body.name === 'sync-collection' ? 'sync' : '';
  switch (report) {
    case 'calendar-multiget':
      return multiget(asked);
    case 'calendar-query':
      return query(asked);
    case 'sync':
      return sync(asked);
    default:
      return { ok: false, status: 403, condition: d('supported-report') };
  }
}

function multiget({ body, calendar, home }: Asked): Report {
  const hrefs = new Set(childrenOf(body, 'href').map(({ text }) => pathOf(text.trim())));
  if (hrefs.size > MOST_HREFS) return { ok: false, status: 403, condition: d('number-of-matches-within-limits') };
  const wish = readWish(body);
  return {
    ok: true,
    responses: inTurns(hrefs, (href) => {
      const entry = calendar.events.get(href);
      return entry ? one(entry, calendar, { wish, home }) : missing(href);
    }),
  };
}

function query({ body, feed, calendar, home }: Asked): Report {
  const range = readFilter(body);
  if (range === 'unsupported') return { ok: false, status: 403, condition: c('supported-filter') };
  const wish = readWish(body);
  const found = range === 'nothing' ? [] : calendar.events.values();
  const isMeant = ({ event }: DavEvent) => !range || range === 'nothing' || within(event.at, range, feed.timeZone);
  return { ok: true, responses: inTurns(found, (entry) => (isMeant(entry) ? one(entry, calendar, { wish, home }) : '')) };
}

/** What a query leaves: all entries, those of a time, or none, since there is nothing here but VEVENT. */
function readFilter(body: Element): TimeRange | null | 'nothing' | 'unsupported' {
  const [filter] = childrenOf(body, 'filter', CALDAV);
  const [calendar] = filter ? childrenOf(filter, 'comp-filter', CALDAV) : [];
  if (!filter || calendar?.attributes.name !== 'VCALENDAR') throw new BadXml('a query has a filter of VCALENDAR');
  const [component, ...others] = calendar.children;
  if (!component) return null;
  if (component.name !== 'comp-filter' || others.length > 0) return 'unsupported';
  if (component.attributes.name !== 'VEVENT') return 'nothing';
  const [condition, ...more] = component.children;
  if (!condition) return null;
  return condition.name === 'time-range' && more.length === 0 ? readTimeRange(condition.attributes) : 'unsupported';
}

function sync({ body, calendar, home }: Asked): Report {
  const token = childrenOf(body, 'sync-token')[0]?.text.trim() ?? '';
  const changes = token ? changesSince(calendar, token) : { changed: [...calendar.events.values()], gone: [] };
  if (!changes) return { ok: false, status: 403, condition: d('valid-sync-token') };
  const limit = Number(childrenOf(body, 'limit')[0]?.children[0]?.text ?? Number.POSITIVE_INFINITY);
  if (changes.changed.length + changes.gone.length > limit)
    return { ok: false, status: 507, condition: d('number-of-matches-within-limits') };
  const wish = readWish(body);
  const responses = inTurns<DavEvent | string>([...changes.changed, ...changes.gone], (change) =>
    typeof change === 'string' ? missing(change) : one(change, calendar, { wish, home }),
  );
  return { ok: true, responses, syncToken: d('sync-token', escapeXml(calendar.syncToken)) };
}

function one(entry: DavEvent, calendar: DavCalendar, { wish, home }: { wish: Wish; home: string }): string {
  return describe({ of: 'event', href: entry.href, calendar, entry }, wish, { home, inReport: true });
}

/** Clients name entries by path or by whole address. Throws BadXml. */
function pathOf(href: string): string {
  const url = URL.parse(href, 'http://any');
  if (!url) throw new BadXml('an address that is none');
  return url.pathname;
}
