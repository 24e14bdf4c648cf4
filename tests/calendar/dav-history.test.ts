import { expect, test } from 'vitest';
import { Collections } from '#server/calendar/dav/collections.ts';
import { changesSince } from '#server/calendar/dav/history.ts';
import { eventsOf } from '#server/calendar/feed-events.ts';
import type { Feed } from '#server/calendar/read-feed.ts';
import { APP_URL, calendarMeeting } from './meetings.ts';

const idOf = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A feed that holds meetings of these titles by number; the same titles are the same revision. */
function feedOf(titles: Record<number, string>, key = '/feeds/all.ics'): Feed {
  const meetings = Object.entries(titles).map(([number, title]) => calendarMeeting({ id: idOf(Number(number)), title }));
  return {
    ...{ key, revision: JSON.stringify(titles), name: 'Toutes les réunions', description: '', language: 'fr', timeZone: 'Europe/Paris' },
    write: () => Promise.reject(new Error('not asked')),
    events: () => eventsOf({ meetings, withdrawn: [] }, { appUrl: APP_URL, locale: 'fr' }),
  };
}
const open = (collections: Collections, titles: Record<number, string>) => collections.open(feedOf(titles), '/dav/public/all/');
const numbered = (count: number, title = (number: number) => `Point ${number}`) =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [number, title(number)]));

test('of several changes a client learns the difference alone', async () => {
  const collections = new Collections();
  const states: Record<number, string>[] = [
    { 1: 'Un', 2: 'Deux', 3: 'Trois' },
    { 1: 'Un', 2: 'Second', 3: 'Trois', 4: 'Quatre' },
    { 1: 'Premier', 2: 'Deux', 4: 'Quatre', 5: 'Cinq' },
    { 1: 'Premier', 2: 'Deux', 4: 'Vier' },
  ];
  const tokens: string[] = [];
  for (const state of states) tokens.push((await open(collections, state)).syncToken);
  const now = await open(collections, states.at(-1) ?? {});
  const since = (index: number) => {
    const changes = changesSince(now, tokens[index] ?? '');
    const numberOf = (href: string) => Number(href.slice(-16, -4));
    return changes && [changes.changed.map(({ href }) => numberOf(href)).toSorted(), changes.gone.map(numberOf)];
  };
  // what changed and changed back, and what came and went, is no change
  expect([since(0), since(1), since(2), since(3), since(4)]).toEqual([[[1, 4], [3]], [[1, 2, 4], [3]], [[4], [5]], [[], []], null]);
});

test('a calendar that is again what it was has the token it had, and its past goes on', async () => {
  const collections = new Collections();
  const first = await open(collections, { 1: 'Un' });
  const second = await open(collections, { 1: 'Autre' });
  const again = await open(collections, { 1: 'Un' });
  expect(again.syncToken).toBe(first.syncToken);
  expect(changesSince(again, first.syncToken)).toEqual({ changed: [], gone: [] });
  expect(changesSince(again, second.syncToken)?.changed).toHaveLength(1);
});

test('the past is what changed, not every state as a whole, and is forgotten beyond a bound', async () => {
  const collections = new Collections();
  const first = await open(collections, numbered(500));
  for (let round = 1; round <= 15; round++) await open(collections, { ...numbered(500), 0: `Changé ${round}` });
  const now = await open(collections, { ...numbered(500), 0: 'Changé 15' });
  expect(changesSince(now, first.syncToken)?.changed).toHaveLength(1);
  expect(now.octets).toBeLessThan(first.octets * 1.1);
  for (let round = 1; round <= 5; round++)
    await open(
      collections,
      numbered(500, (number) => `Tout autre ${round} ${number}`),
    );
  expect(changesSince(await open(collections, numbered(500)), first.syncToken)?.changed).toEqual([]);
  expect(changesSince(await open(collections, numbered(500)), now.syncToken)).toBeNull();
});

test('all calendars together stay within a bound; those not asked for lately are read anew', async () => {
  const { octets } = await open(new Collections(), numbered(50));
  const collections = new Collections({ mostOctets: octets * 3.5 });
  const openNumber = (number: number) => collections.open(feedOf(numbered(50), `/feeds/${number}.ics`), '/dav/public/all/');
  const zero = await openNumber(0);
  const one = await openNumber(1);
  for (let number = 2; number < 20; number++) {
    expect(await openNumber(0)).toBe(zero);
    await openNumber(number);
    expect(collections.octets).toBeLessThanOrEqual(octets * 3.5);
  }
  expect(await openNumber(1)).not.toBe(one);
});

test('a calendar that could not be read is read again', async () => {
  const collections = new Collections();
  const feed = feedOf({ 1: 'Un' });
  const broken = { ...feed, events: () => Promise.reject(new Error('away')) };
  await expect(collections.open(broken, '/dav/public/all/')).rejects.toThrow('away');
  expect((await collections.open(feed, '/dav/public/all/')).events.size).toBe(1);
});
