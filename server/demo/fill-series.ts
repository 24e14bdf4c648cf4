import type { Recurrence } from '#app/model/recurrence.ts';
import type { SeriesPlan } from '#app/model/series.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { joinSeries } from '#db/demo/join-series.ts';
import type { DemoMeeting } from '#db/demo/meetings.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { createSeries } from '#server/series/create-series.ts';
import { datesOfRule } from '#server/series/dates-of-rule.ts';
import type { Services } from '#server/services.ts';

const GROUP = 'dalc';
/** The next monthly meeting is made with its people and agenda; its series begins with it. */
const MONTHLY = /^(\d{4}-\d\d-\d\d)-reunion-mensuelle$/;

/** The network's monthly meeting: every third Tuesday at 15:00 until July, not in August; one of them two days later. */
export async function fillSeries(services: Services, by: Viewer, meetings: readonly DemoMeeting[]): Promise<void> {
  const first = meetings.find(({ slug }) => MONTHLY.test(slug));
  const day = first && MONTHLY.exec(first.slug)?.[1];
  if (!first || !day) return;
  const recurrence: Recurrence = {
    pattern: { kind: 'weekday', every: 1, nth: 3, weekday: 2 },
    monthsOut: [8],
    end: { kind: 'until', day: endOfSeason(day) },
    firstDay: Temporal.PlainDate.from(day).add({ days: 1 }).toString(),
    ...{ start: '15:00', minutes: 90, timeZone: 'Europe/Paris' },
  };
  const seen = datesOfRule(recurrence);
  const later = seen[1];
  const moved = new Map(later ? [[later, `${Temporal.PlainDate.from(later).add({ days: 2 })}T15:00`]] : []);
  const scope = await organiseGroup(services, by, GROUP);
  const id = crypto.randomUUID();
  const created = await createSeries(services, {
    ...{ viewer: by, scope, id, plan: planOf(first, recurrence), choices: { leftOut: new Set(), moved }, seen, announce: true },
    invite: { whom: 'none', expected: 0 },
  });
  if (!created.ok) throw new Error(`The demo's series could not be made: ${created.reason}.`);
  await joinSeries(services.db, { slug: first.slug, seriesId: id });
}

/** The last day of a July at least three months ahead. */
function endOfSeason(day: string): string {
  return `${Number(day.slice(0, 4)) + (day.slice(5, 7) > '04' ? 1 : 0)}-07-31`;
}

function planOf({ title, summary = '', place, online = '' }: DemoMeeting, recurrence: Recurrence): SeriesPlan {
  const { name: placeName = '', address: placeAddress = '', access: placeAccess = '' } = place ?? {};
  return {
    recurrence,
    template: {
      ...{ title, summary, kind: 'group_meeting', visibility: 'public', placeName, placeAddress, placeAccess, onlineUrl: online },
      ...{ themes: [], countries: [] },
    },
    agenda: [
      { title: 'Ouverture', kind: 'opening', durationMinutes: 5 },
      { title: 'Suivi des actions', kind: 'information', durationMinutes: 15 },
      { title: 'Nouvelles des groupes-pays', kind: 'information', durationMinutes: 30 },
      { title: 'Synthèse et conclusion', kind: 'conclusion', durationMinutes: 10 },
    ],
  };
}
