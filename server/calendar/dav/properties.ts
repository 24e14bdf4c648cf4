import { APPLE, CALDAV, CALENDAR_SERVER, c, DAV, d, type Element, escapeXml, tag } from './dav-xml.ts';
import type { DavEvent } from './history.ts';
import type { DavCalendar } from './read-calendar.ts';

/** What a client asks about: an address, or one of its entries. */
export type Resource =
  | { of: 'root' | 'home'; href: string; name: string }
  | { of: 'calendar'; href: string; calendar: DavCalendar }
  | { of: 'event'; href: string; calendar: DavCalendar; entry: DavEvent };

export type PropertyName = Pick<Element, 'namespace' | 'name'>;

type Values = Map<string, { property: PropertyName; value: () => string }>;

const GREEN = '#0E4A3EFF';
const REPORTS = ['calendar-query', 'calendar-multiget'];

/** Who asks, and by what. */
export interface Asker {
  /** Path of the address where whoever asks begins. */
  home: string;
  /** The entry itself is no property: only reports give it (RFC 4791, 9.6). */
  inReport: boolean;
}

/** The properties of a resource (RFC 4918, 3744, 4791, 6578, 5397) by name. */
function propertiesOf(resource: Resource, { home, inReport }: Asker): Values {
  const values: Values = new Map();
  const add = (namespace: string, name: string, value: () => string) =>
    values.set(keyOf({ namespace, name }), { property: { namespace, name }, value });
  const href = (path: string) => d('href', escapeXml(path));
  add(DAV, 'resourcetype', () => typeOf(resource));
  add(DAV, 'current-user-principal', () => href(home));
  add(DAV, 'current-user-privilege-set', () => d('privilege', d('read')) + d('privilege', d('read-current-user-privilege-set')));
  add(DAV, 'owner', () => href(home));
  if (resource.of === 'event') {
    const { entry, calendar } = resource;
    add(DAV, 'getetag', () => escapeXml(entry.etag));
    add(DAV, 'getcontenttype', () => 'text/calendar; charset=utf-8; component=VEVENT');
    if (inReport) add(CALDAV, 'calendar-data', () => escapeXml(calendar.write(entry.event)));
    return values;
  }
  add(DAV, 'displayname', () => escapeXml(resource.of === 'calendar' ? resource.calendar.name : resource.name));
  if (resource.of === 'calendar') {
    const { calendar } = resource;
    add(CALDAV, 'calendar-description', () => escapeXml(calendar.description));
    add(CALDAV, 'supported-calendar-component-set', () => '<c:comp name="VEVENT"/>');
    add(CALDAV, 'supported-calendar-data', () => '<c:calendar-data content-type="text/calendar" version="2.0"/>');
    add(APPLE, 'calendar-color', () => GREEN);
    add(CALENDAR_SERVER, 'getctag', () => escapeXml(calendar.syncToken));
    add(DAV, 'sync-token', () => escapeXml(calendar.syncToken));
    add(DAV, 'supported-report-set', () =>
      [...REPORTS.map((name) => c(name)), d('sync-collection')].map((report) => d('supported-report', d('report', report))).join(''),
    );
    return values;
  }
  add(DAV, 'principal-URL', () => href(home));
  add(CALDAV, 'calendar-home-set', () => href(home));
  return values;
}

function typeOf({ of }: Resource): string {
  if (of === 'event') return '';
  if (of === 'calendar') return d('collection') + c('calendar');
  return d('collection') + (of === 'home' ? d('principal') : '');
}

const keyOf = ({ namespace, name }: PropertyName) => `${namespace} ${name}`;

/** What a request wants to know: named properties (each once), all that are cheap, or only their names. */
export type Wish = { named: PropertyName[] } | 'all' | 'names';

/** One `response` of a multistatus: what is known with its value, what is not with 404 (RFC 4918, 9.1). */
export function describe(resource: Resource, wish: Wish, asker: Asker): string {
  const values = propertiesOf(resource, asker);
  if (wish === 'names')
    return response(
      resource.href,
      propstat(
        [...values.values()].map(({ property }) => tag(property)),
        '200 OK',
      ),
    );
  // the entry itself only for who names it
  const wanted =
    wish === 'all' ? [...values.values()].map(({ property }) => property).filter(({ name }) => name !== 'calendar-data') : wish.named;
  const known = wanted.flatMap((property) => {
    const found = values.get(keyOf(property));
    return found ? [tag(property, found.value())] : [];
  });
  const unknown = wanted.filter((property) => !values.has(keyOf(property))).map((property) => tag(property));
  const parts = [
    known.length > 0 || unknown.length === 0 ? propstat(known, '200 OK') : '',
    unknown.length > 0 ? propstat(unknown, '404 Not Found') : '',
  ];
  return response(resource.href, parts.join(''));
}

/** A resource that is not, or no more. */
export function missing(href: string): string {
  return response(href, d('status', 'HTTP/1.1 404 Not Found'));
}

function response(href: string, content: string): string {
  return d('response', d('href', escapeXml(href)) + content);
}

function propstat(properties: string[], status: string): string {
  return d('propstat', d('prop', properties.join('')) + d('status', `HTTP/1.1 ${status}`));
}
