import { type Locale, localeOf, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { type FeedFormat, feedPath, type PublicFeed } from '#app/model/calendar.ts';
import { type FeedWindow, personalFeed, publicFeed } from '#db/calendar/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import { enterPersonalFeed } from './access.ts';
import type { CalendarEvent } from './event.ts';
import { eventsOf } from './feed-events.ts';
import { findFeedName } from './feed-name.ts';
import { writeAtom } from './write-atom.ts';
import { writeCalendar } from './write-calendar.ts';
import { writeJsCalendar } from './write-jscalendar.ts';

/** A feed that exists, before its entries are read. */
export interface Feed {
  /** Name under which it is cached; says nothing of a secret. */
  key: string;
  /** Another one whenever anything in it changes. */
  revision: string;
  name: string;
  description: string;
  language: Locale;
  timeZone: string;
  write(): Promise<string>;
  /** Its entries one by one, as CalDAV gives them. */
  events(): Promise<CalendarEvent[]>;
}

/** Calendars are read in one language, whoever asks: the same bytes for everyone. Personal ones are in their owner's. */
const LOCALE: Locale = 'fr';

/** A public feed; null: there is none of this name, or not for everyone. */
export async function readPublicFeed(services: Services, { feed, format }: { feed: PublicFeed; format: FeedFormat }): Promise<Feed | null> {
  const { db, env } = services;
  const scope = await enterNetwork(services, null);
  const content = publicFeed(db, scope, feed, windowOf(services, { whole: feed.of === 'edition' || feed.of === 'meeting' }));
  const [head, digest] = await Promise.all([findFeedName(db, scope, { feed, locale: LOCALE }), content.digest()]);
  if (!head) return null;
  const { name, timeZone } = head;
  const options = { appUrl: env.appUrl, locale: LOCALE };
  const source = env.appUrl + feedPath(feed, format);
  const description = describe(name, options);
  return {
    key: feedPath(feed, format),
    revision: `${digest} ${name} ${timeZone}`,
    ...{ name, description, timeZone, language: LOCALE },
    events: async () => eventsOf(await content.read(), options),
    async write() {
      const entries = await content.read();
      if (format === 'atom') return writeAtom(entries, { ...options, name, source });
      const events = await eventsOf(entries, options);
      if (format === 'json') return writeJsCalendar({ name, source, language: LOCALE, events });
      return writeCalendar({ name, timeZone, source, description, language: LOCALE, events });
    },
  };
}

/** The feed behind a secret; null: there is none, any more. */
export async function readPersonalFeed(services: Services, secret: string): Promise<Feed | null> {
  const found = await enterPersonalFeed(services, secret);
  if (!found) return null;
  const { feedId, owner, holds, alarmMinutes } = found;
  const locale = localeOf(owner.language);
  const content = personalFeed(services.db, { ...found, window: windowOf(services, { whole: false }) });
  const options = { appUrl: services.env.appUrl, locale, alarmMinutes };
  // a network organiser sees every link to join
  const name = holds === 'groups' ? m.calendar_feed_mine({}, { locale }) : m.feeds_name_programme({}, { locale });
  const description = describe(name, options);
  const { timeZone } = owner;
  const events = async () => eventsOf(await content.read(), options);
  const setting = `${locale} ${owner.timeZone} ${holds} ${alarmMinutes} ${found.network.groupIds === 'all'}`;
  return {
    key: `mine ${feedId}`,
    revision: `${await content.digest()} ${setting}`,
    ...{ name, description, timeZone, language: locale, events },
    write: async () => writeCalendar({ name, timeZone, description, language: locale, events: await events() }),
  };
}

function describe(name: string, { appUrl, locale }: { appUrl: string; locale: Locale }): string {
  return m.calendar_feed_description({ name, url: appUrl + localePath('/calendar', locale) }, { locale });
}

/** What is to come, and twelve months back: from the start of a day, so that a feed keeps its bytes until the day ends. */
function windowOf({ clock }: Services, { whole }: { whole: boolean }): FeedWindow {
  const today = clock.now().toZonedDateTimeISO('UTC').startOfDay();
  return { today: today.toInstant().toString(), endsAfter: whole ? null : today.subtract({ months: 12 }).toInstant().toString() };
}
