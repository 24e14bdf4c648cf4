import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { PublicFeed } from '#app/model/calendar.ts';
import { countryName } from '#app/model/countries.ts';
import { MEETING_KINDS } from '#app/model/meetings.ts';
import type { CalendarChoices } from '#db/calendar/read-choices.ts';
import { subscribeAddress } from './calendar-address.ts';

/** A feed that one can choose. */
export interface FeedOption {
  feed: PublicFeed;
  name: string;
}

/** Feeds of one sort: the sort is chosen first, then one of them. */
export interface FeedSort {
  of: PublicFeed['of'];
  label: string;
  why: string;
  options: FeedOption[];
}

/** Everything public that one can subscribe to; sorts without a feed are left out. */
export function feedSorts({ groups, themes, countries, editions }: CalendarChoices): FeedSort[] {
  const sorts: FeedSort[] = [
    sort(
      'group',
      m.calendar_subscribe_group(),
      named(groups, (slug) => ({ of: 'group', slug })),
    ),
    sort('theme', m.calendar_subscribe_theme(), byName(named(themes, (slug) => ({ of: 'theme', slug })))),
    {
      ...sort(
        'edition',
        m.calendar_subscribe_edition(),
        named(editions, (slug) => ({ of: 'edition', slug })),
      ),
      why: m.calendar_subscribe_edition_why(),
    },
    sort(
      'kind',
      m.calendar_subscribe_kind(),
      MEETING_KINDS.filter((kind) => kind !== 'other').map((kind) => ({ feed: { of: 'kind', kind }, name: kindsLabel(kind) })),
    ),
    sort(
      'country',
      m.calendar_subscribe_country(),
      byName(countries.map((country) => ({ feed: { of: 'country', country }, name: countryName(country, getLocale()) }))),
    ),
  ];
  const all: FeedSort = {
    of: 'all',
    label: m.calendar_feed_all(),
    why: m.calendar_subscribe_all_why(),
    options: [{ feed: { of: 'all' }, name: m.calendar_feed_all() }],
  };
  return [all, ...sorts.filter(({ options }) => options.length > 0)];
}

/** The option of an address such as 'groups/dalc'; undefined when it is none of these. */
export function findOption(sorts: readonly FeedSort[], address: string): FeedOption | undefined {
  return sorts
    .flatMap(({ options }) => options)
    .find(({ feed }) => subscribeAddress(feed).split('feed=')[1] === (address === 'all' ? undefined : address));
}

function sort(of: PublicFeed['of'], label: string, options: FeedOption[]): FeedSort {
  const names = options.slice(0, 3).map(({ name }) => name);
  return { of, label, why: names.join(', ') + (options.length > names.length ? '…' : ''), options };
}

function named(rows: readonly { slug: string; name: string }[], feedOfSlug: (slug: string) => PublicFeed): FeedOption[] {
  return rows.map(({ slug, name }) => ({ feed: feedOfSlug(slug), name }));
}

/** As the language of the page sorts, accents and all. */
function byName(options: FeedOption[]): FeedOption[] {
  return options.toSorted((a, b) => a.name.localeCompare(b.name, getLocale()));
}

function kindsLabel(kind: 'group_meeting' | 'session' | 'thematic' | 'webinar'): string {
  switch (kind) {
    case 'group_meeting':
      return m.calendar_feed_kind_group_meeting();
    case 'session':
      return m.calendar_feed_kind_session();
    case 'thematic':
      return m.calendar_feed_kind_thematic();
    case 'webinar':
      return m.calendar_feed_kind_webinar();
  }
}
