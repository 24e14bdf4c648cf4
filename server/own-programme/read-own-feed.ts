import { type Locale, localeOf, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { listChoices } from '#db/own-programme/read.ts';
import { ownProgrammeFeed } from '#db/own-programme/read-feed.ts';
import { type CalendarEvent, uidOf } from '#server/calendar/event.ts';
import { eventsOf } from '#server/calendar/feed-events.ts';
import type { Feed } from '#server/calendar/read-feed.ts';
import { writeCalendar } from '#server/calendar/write-calendar.ts';
import type { Services } from '#server/services.ts';
import { enterOwnFeed } from './access.ts';

/**
 * One's own programme as a feed; null: there is none behind this secret, any more. What was only chosen is to remember and
 * leaves its reader free (RFC 5545, TRANSPARENT); what they registered for makes them busy. A session that may be seen no
 * more, or that was dropped, leaves the feed; one that was cancelled stays, as cancelled.
 */
export async function readOwnProgrammeFeed(services: Services, secret: string): Promise<Feed | null> {
  const found = await enterOwnFeed(services, secret);
  if (!found) return null;
  const { db, env } = services;
  const locale: Locale = localeOf(found.language);
  const choices = await listChoices(db, found.scope);
  const content = ownProgrammeFeed(db, found.scope, [...choices.keys()]);
  const name = m.own_programme_feed_name({ edition: found.editionName }, { locale });
  const description = m.calendar_feed_description({ name, url: env.appUrl + localePath('/calendar', locale) }, { locale });
  const events = async () => {
    const meetings = await content.read();
    const written = await eventsOf({ meetings, withdrawn: [] }, { appUrl: env.appUrl, locale });
    const registered = new Set([...choices].filter(([, choice]) => choice === 'registered').map(([id]) => uidOf(id, env.appUrl)));
    return written.map((event): CalendarEvent => ({ ...event, busy: event.busy && registered.has(event.uid) }));
  };
  const { timeZone } = found;
  return {
    key: `own programme ${found.ownProgrammeId}`,
    revision: [await content.digest(), ...choices, locale, timeZone, name].join(' '),
    ...{ name, description, timeZone, language: locale, events },
    write: async () => writeCalendar({ name, timeZone, description, language: locale, events: await events() }),
  };
}
