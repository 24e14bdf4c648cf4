import { type Locale, localeOf, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { feedPath, type PublicFeed } from '#app/model/calendar.ts';
import { countryName } from '#app/model/countries.ts';
import type { MeetingKind } from '#app/model/meetings.ts';
import { cleanLine } from '#app/model/text.ts';
import { findFeedLabel } from '#db/calendar/labels.ts';
import { type FeedContent, type FeedWindow, personalFeed, publicFeed } from '#db/calendar/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import { enterPersonalFeed } from './access.ts';
import { type CalendarEvent, eventOf } from './event.ts';
import type { FeedAddress } from './find-feed.ts';
import { type Calendar, writeCalendar } from './write-calendar.ts';

/** A feed that exists, before its entries are read. */
export interface Feed {
  /** Name under which it is cached; says nothing of a secret. */
  key: string;
  /** Another one whenever anything in it changes. */
  revision: string;
  write(): Promise<string>;
}

/** Calendars are read in one language, whoever asks: the same bytes for everyone. Personal ones are in their owner's. */
const PUBLIC_LOCALE: Locale = 'fr';

/** Finds a feed; null: there is none at this address, or not for everyone. */
export async function readFeed(services: Services, address: FeedAddress): Promise<Feed | null> {
  return address.of === 'mine' ? readPersonalFeed(services, address.secret) : readPublicFeed(services, address);
}

async function readPublicFeed(services: Services, address: PublicFeed): Promise<Feed | null> {
  const scope = await enterNetwork(services, null);
  const complete = address.of === 'edition' || address.of === 'meeting';
  const content = publicFeed(services.db, scope, address, complete ? null : windowOf(services));
  const [label, digest] = await Promise.all([findFeedLabel(services.db, scope, address), content.digest()]);
  if (!label) return null;
  const path = feedPath(address);
  const head = { name: nameOf(address, label.name), timeZone: label.timeZone, source: services.env.appUrl + path };
  return { key: path, revision: `${digest} ${head.name} ${head.timeZone}`, write: () => write(services, content, head, PUBLIC_LOCALE) };
}

async function readPersonalFeed(services: Services, secret: string): Promise<Feed | null> {
  const found = await enterPersonalFeed(services, secret);
  if (!found) return null;
  const { feedId, self, network, owner } = found;
  const locale = localeOf(owner.language);
  const content = personalFeed(services.db, self, network, windowOf(services));
  const head = { name: m.calendar_feed_mine({}, { locale }), timeZone: owner.timeZone };
  // a network organiser sees every link to join
  const revision = `${await content.digest()} ${locale} ${owner.timeZone} ${network.groupIds === 'all'}`;
  return { key: `mine ${feedId}`, revision, write: () => write(services, content, head, locale) };
}

async function write(
  services: Services,
  content: FeedContent,
  head: Pick<Calendar, 'name' | 'timeZone' | 'source'>,
  locale: Locale,
): Promise<string> {
  const { appUrl } = services.env;
  const meetings = await content.meetings();
  const events = meetings.map((meeting) => eventOf(meeting, { appUrl, locale })).filter((event): event is CalendarEvent => event !== null);
  const url = appUrl + localePath('/calendar', locale);
  const description = m.calendar_feed_description({ name: head.name ?? '', url }, { locale });
  return writeCalendar({ ...head, description, language: locale, events });
}

/** What is to come, and twelve months back: from the start of a day, so that a feed keeps its bytes until the day ends. */
function windowOf({ clock }: Services): FeedWindow {
  const today = clock.now().toZonedDateTimeISO('UTC').startOfDay();
  return { today: today.toInstant().toString(), endsAfter: today.subtract({ months: 12 }).toInstant().toString() };
}

const KINDS: Record<MeetingKind, (inputs: object, options: { locale: Locale }) => string> = {
  group_meeting: m.calendar_feed_kind_group_meeting,
  session: m.calendar_feed_kind_session,
  thematic: m.calendar_feed_kind_thematic,
  webinar: m.calendar_feed_kind_webinar,
  other: m.calendar_feed_kind_other,
};

function nameOf(feed: PublicFeed, label: string | null): string {
  const options = { locale: PUBLIC_LOCALE };
  switch (feed.of) {
    case 'all':
      return m.calendar_feed_all({}, options);
    case 'kind':
      return KINDS[feed.kind]({}, options);
    case 'country':
      return m.calendar_feed_country({ country: countryName(feed.country, PUBLIC_LOCALE) }, options);
    case 'theme':
      return m.calendar_feed_theme({ theme: cleanLine(label ?? '') }, options);
    default:
      return cleanLine(label ?? '');
  }
}
