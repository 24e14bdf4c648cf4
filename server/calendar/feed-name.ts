import { getLocale, type Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { feedOfFilters, type PublicFeed } from '#app/model/calendar.ts';
import { countryName } from '#app/model/countries.ts';
import type { FeedFilters } from '#app/model/feed-filters.ts';
import type { MeetingKind } from '#app/model/meetings.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { cleanLine } from '#app/model/text.ts';
import { type FeedLabel, findFeedLabel } from '#db/calendar/labels.ts';
import type { Database } from '#db/client.ts';
import { enterNetwork } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

const KINDS: Record<MeetingKind, (inputs: object, options: { locale: Locale }) => string> = {
  group_meeting: m.calendar_feed_kind_group_meeting,
  session: m.calendar_feed_kind_session,
  thematic: m.calendar_feed_kind_thematic,
  webinar: m.calendar_feed_kind_webinar,
  other: m.calendar_feed_kind_other,
};

/** A public feed with its name in the language of the page; null when there is no such thing, or not for everyone. */
export async function nameFeed(services: Services, feed: PublicFeed): Promise<{ feed: PublicFeed; name: string } | null> {
  const found = await findFeedName(services.db, await enterNetwork(services, null), { feed, locale: getLocale() });
  return found && { feed, name: found.name };
}

/** What a public feed is called, and the zone of an empty one; null when there is no such thing, or not for everyone. */
export async function findFeedName(
  db: Database,
  scope: NetworkScope,
  { feed, locale }: { feed: PublicFeed; locale: Locale },
): Promise<{ name: string; timeZone: string } | null> {
  if (feed.of !== 'filtered') {
    const label = await findFeedLabel(db, scope, feed);
    return label ? { name: nameOf(feed, label, locale), timeZone: label.timeZone } : null;
  }
  const parts = await Promise.all(partsOf(feed.filters).map((part) => findFeedName(db, scope, { feed: part, locale })));
  const { q } = feed.filters;
  const names = parts.flatMap((part) => (part ? [part.name] : []));
  if (names.length < parts.length) return null;
  if (q) names.push(m.feeds_name_words({ words: q }, { locale }));
  const [first] = parts;
  return { name: names.join(', '), timeZone: first?.timeZone ?? 'Europe/Paris' };
}

/** Each filter as the feed of it alone; the words of a search are no feed with a name. */
function partsOf({ group, kind, theme, country, organisation }: FeedFilters): PublicFeed[] {
  const each: FeedFilters[] = [{ group }, { kind }, { theme }, { country }, { organisation }];
  return each.map(feedOfFilters).filter(({ of }) => of !== 'all');
}

function nameOf(feed: Exclude<PublicFeed, { of: 'filtered' }>, { name }: FeedLabel, locale: Locale): string {
  switch (feed.of) {
    case 'all':
      return m.calendar_feed_all({}, { locale });
    case 'kind':
      return KINDS[feed.kind]({}, { locale });
    case 'country':
      return m.calendar_feed_country({ country: countryName(feed.country, locale) }, { locale });
    case 'theme':
      return m.calendar_feed_theme({ theme: cleanLine(name ?? '') }, { locale });
    case 'organisation':
      return m.feeds_name_organisation({ organisation: cleanLine(name ?? '') }, { locale });
    default:
      return cleanLine(name ?? '');
  }
}
