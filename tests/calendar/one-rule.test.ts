import { beforeAll, expect, test } from 'vitest';
import { readPlace } from '#app/calendar/calendar-place.ts';
import { filtersOf } from '#app/calendar/check-filters.ts';
import { feedOfFilters } from '#app/model/calendar.ts';
import { parseFeedFilters } from '#app/model/feed-filters.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { publicFeed } from '#db/calendar/read.ts';
import { listCalendarPage, listUndatedMeetings } from '#db/calendar/read-month.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { decemberOf } from './december.ts';

const database = useDatabase();
const services = useServices(database);
const NOW = '2026-12-16T09:00:00Z';
let scope: NetworkScope;
let nanterre = '';

beforeAll(async () => {
  nanterre = (await decemberOf(services)).organisations.nanterre;
  scope = await enterNetwork(services, null);
});

async function onPages(params: URLSearchParams): Promise<string[]> {
  const filters = filtersOf(readPlace(params, '2026-12-16').place);
  const shown = await Promise.all([
    ...[true, false].map((past) => listCalendarPage(database.db, scope, { now: NOW, past, filters, limit: 100, offset: 0 })),
    listUndatedMeetings(database.db, scope, { filters, limit: 100 }),
  ]);
  return shown.flat().map(({ title }) => title);
}

async function inFeed(params: URLSearchParams): Promise<string[]> {
  const filters = parseFeedFilters(params);
  if (!filters) throw new Error(`no feed has the address ${params}`);
  const { meetings } = await publicFeed(database.db, scope, feedOfFilters(filters), { endsAfter: null, today: NOW }).read();
  return meetings.map(({ title }) => title);
}

test.each([
  ['', 10],
  ['q=', 10],
  ['group=dalc', 10],
  ['group=nulle-part', 0],
  ['kind=webinar', 1],
  ['country=br', 1],
  ['theme=climat', 0],
  ['organisation=NANTERRE', 1],
  ['q=%C3%89NERGIE+cit', 1],
  ["q=point'%27:*%26|!<->(", 1],
  ['q=oeuvre', 1],
  ['q=or+and+not', 0],
  ['group=dalc&kind=webinar&q=soir', 1],
])('a page and its feed, both narrowed to “%s”, show the same %i meetings', async (query, count) => {
  const params = new URLSearchParams(query.replace('NANTERRE', nanterre));
  const shown = await onPages(params);
  expect(shown).toHaveLength(count);
  expect((await inFeed(params)).toSorted()).toEqual(shown.toSorted());
});
