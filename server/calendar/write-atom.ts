import { Feed } from 'feed';
import { type Locale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import { formatWhen } from '#app/model/format-when.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { whenOf } from '#app/model/when.ts';
import type { FeedEntries } from '#db/calendar/read.ts';

export interface AtomOptions {
  name: string;
  /** The feed's own address. */
  source: string;
  appUrl: string;
  locale: Locale;
}

/** Entries: news readers keep those they have seen. */
const NEWEST = 100;

/**
 * The meetings as news (Atom, RFC 4287), last changed first: announced, moved, cancelled. Those of which only the month is
 * known are there as well, in words: news have no day to get wrong. What was withdrawn is no news, and left out.
 */
export function writeAtom({ meetings }: FeedEntries, options: AtomOptions): string {
  const { name, source, appUrl, locale } = options;
  const newest = meetings.toSorted(byChange).slice(0, NEWEST);
  const feed = new Feed({
    ...{ id: source, title: name, link: appUrl + localePath('/calendar', locale) },
    // the library escapes these, and not what an entry says
    ...{ feedLinks: { atom: source }, language: locale, copyright: '', generator: 'Tertulia' },
    // of the newest entry: a feed says when its content changed, not when it was asked for
    updated: dateOf(newest[0]?.changedAt ?? '1970-01-01T00:00:00Z'),
    author: { name: 'Tertulia' },
  });
  for (const meeting of newest) feed.addItem(entryOf(meeting, options));
  return feed.atom1();
}

function entryOf(meeting: CalendarMeeting, { appUrl, locale }: AtomOptions) {
  const { summary, placeName, placeAddress, slug, hasMinutes } = meeting;
  const reason = cleanText(meeting.cancelReason);
  const place = [placeName, placeAddress].map(cleanLine).filter(Boolean).join(', ');
  const minutes = `${appUrl}${localePath(`/minutes/${slug}`, locale)}`;
  const paragraphs = [
    formatWhen(whenOf(meeting.edtf), { zone: meeting.timeZone, locale, city: true }).full,
    place || (meeting.online ? m.calendar_event_online({}, { locale }) : ''),
    meeting.status === 'cancelled' && reason ? m.calendar_event_reason({ reason }, { locale }) : '',
    cleanText(summary),
    hasMinutes ? m.calendar_event_minutes({ url: minutes }, { locale }) : '',
  ];
  const title = cleanLine(meeting.title);
  return {
    // stays when the address of the site changes
    id: `urn:uuid:${meeting.id}`,
    title: escapeHtml(meeting.status === 'cancelled' ? m.calendar_event_cancelled({ title }, { locale }) : title),
    link: `${appUrl}${localePath(`/meetings/${slug}`, locale)}`,
    published: dateOf(meeting.createdAt),
    date: dateOf(meeting.changedAt),
    category: meeting.themes.map((theme) => ({ name: escapeHtml(cleanLine(theme)) })),
    content: paragraphs.flatMap((text) => (text ? [`<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`] : [])).join(''),
  };
}

function byChange(a: CalendarMeeting, b: CalendarMeeting): number {
  return b.changedAt.localeCompare(a.changedAt) || (a.id < b.id ? -1 : 1);
}

/** The library takes Dates. */
const dateOf = (instant: string) => new Date(Temporal.Instant.from(instant).epochMilliseconds);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
