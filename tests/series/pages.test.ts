import { beforeAll, describe, expect, test } from 'vitest';
import * as carryPage from '#app/follow-ups/carry-over.route.tsx';
import * as meetingPage from '#app/meetings/meeting.route.tsx';
import type { Viewer } from '#app/model/viewer.ts';
import * as cancelPage from '#app/series/cancel-following.route.tsx';
import * as changePage from '#app/series/change-series.route.tsx';
import * as newPage from '#app/series/new-series.route.tsx';
import * as seriesPage from '#app/series/series.route.tsx';
import * as listPage from '#app/series/series-list.route.tsx';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { aSeries, edtfsOf, meetingsOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aSeries>>;
beforeAll(async () => {
  scene = await aSeries(services);
});

type Form = Record<string, string | string[]>;

/** Asks a route as the server does; an answer that is thrown is an answer. */
async function ask(
  handler: (args: never) => Promise<unknown>,
  { viewer, path, form, params = {} }: { viewer: Viewer | null; path: string; form?: Form; params?: Record<string, string> },
): Promise<{ status: number; location: string; data: Record<string, unknown> }> {
  const body = new URLSearchParams(Object.entries(form ?? {}).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
  const request = new Request(`https://tertulia.example${path}`, form ? { method: 'POST', body } : undefined);
  const context = contextOf(services, viewer);
  const all = { group: scene.group.slug, series: scene.seriesId, ...params };
  const answer = await handler({ request, params: all, context } as never).catch((thrown: unknown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location') ?? '', data: {} };
  const { data = answer, init = null } = answer as { data?: unknown; init?: { status?: number } | null };
  return { status: init?.status ?? 200, location: '', data: data as Record<string, unknown> };
}

const RULE_FORM: Form = {
  ...{ pattern: 'weekday', nth: '3', monthlyDay: '2', months: '1', from: '2022-06-01', start: '15:00', minutes: '90', endKind: 'count' },
  ...{ times: '3', monthsOut: '8', title: 'Point mensuel', kind: 'group_meeting', visibility: 'public', timeZone: 'Europe/Paris' },
  ...{ invite: 'none', members: '3', pointTitle: 'Ouverture', pointKind: 'opening', pointMinutes: '10' },
};
const SEEN = { seen: '2022-06-21,2022-07-19,2022-09-20', keep: ['2022-06-21', '2022-09-20'] };

describe('the pages of a series', () => {
  test('a new one is made only after its dates were shown, as they were shown', async () => {
    const viewer = scene.viewers.ines;
    const id = crypto.randomUUID();
    const path = `/groups/${scene.group.slug}/series/new`;
    const send = (form: Form) => ask(newPage.action, { viewer, path, form: { ...RULE_FORM, id, ...form } });
    const unseen = await send({ intent: 'publish' });
    expect(unseen).toMatchObject({ status: 409, data: { preview: { count: 3 } } });
    expect(unseen.data.fault).toContain('La règle a changé depuis l’aperçu');
    expect(await send({ intent: 'preview' })).toMatchObject({ status: 200, data: { preview: { count: 3 }, fault: null } });
    expect(await send({ intent: 'publish', ...SEEN, start: '25:00' })).toMatchObject({ status: 422, data: { values: { start: '25:00' } } });
    const moved = { 'day.2022-09-20': '2022-09-22', 'hour.2022-09-20': '10:00' };
    expect(await send({ intent: 'publish', ...SEEN, ...moved })).toMatchObject({ status: 302, location: `/series/${id}?created` });
    expect(await edtfsOf(services, id)).toEqual(['2022-06-21T15:00/2022-06-21T16:30', '2022-09-22T10:00/2022-09-22T11:30']);
  });

  test('a date moved to nonsense is told at that date', async () => {
    const path = `/groups/${scene.group.slug}/series/new`;
    const form = { ...RULE_FORM, id: crypto.randomUUID(), intent: 'publish', ...SEEN, 'day.2022-09-20': '2022-02-31' };
    const answer = await ask(newPage.action, { viewer: scene.viewers.ines, path, form });
    expect(answer).toMatchObject({ status: 422, data: { faults: { 'day.2022-09-20': expect.stringContaining('existent') } } });
  });

  test('two organisers: the second sees what the first saved, keeps what they typed, and may then confirm', async () => {
    const mine = await aSeries(services);
    const asked = { path: `/series/${mine.seriesId}/change?since=2022-09-20`, params: { series: mine.seriesId } };
    const { RULE_FORM: form } = { RULE_FORM: { ...RULE_FORM, since: '2022-09-20', revision: '1', reason: '' } };
    const preview = async (viewer: Viewer, given: Form) => {
      const shown = await ask(changePage.action, { ...asked, viewer, form: { ...form, ...given, intent: 'preview' } });
      const { preview: dates, changes } = shown.data as { preview: { dates: { on: string }[] }; changes: { digest: string } };
      const days = dates.dates.map(({ on }) => on);
      return { ...form, ...given, seen: days.join(','), keep: days, digest: changes.digest, intent: 'publish' };
    };
    const [first, second] = [
      await preview(mine.viewers.ines, { start: '09:00' }),
      await preview(mine.viewers.sylvain, { monthlyDay: '4' }),
    ];
    expect(await ask(changePage.action, { ...asked, viewer: mine.viewers.ines, form: first })).toMatchObject({ status: 302 });
    const clash = await ask(changePage.action, { ...asked, viewer: mine.viewers.sylvain, form: second });
    expect(clash).toMatchObject({ status: 409, data: { revision: 2, values: { monthlyDay: '4' } } });
    expect((clash.data as { theirs: { rule: string } }).theirs.rule).toMatch(/9\sh/);
    const again = await preview(mine.viewers.sylvain, { monthlyDay: '4', revision: '2' });
    expect(await ask(changePage.action, { ...asked, viewer: mine.viewers.sylvain, form: again })).toMatchObject({ status: 302 });
  });

  test('its meetings are listed with what makes them exceptions; members see no drafts', async () => {
    const { seriesId, viewers } = await aSeries(services, {
      choices: { leftOut: new Set(), moved: new Map([['2022-10-18', '2022-10-20T10:00']]) },
    });
    const asked = { path: `/series/${seriesId}`, params: { series: seriesId } };
    const page = await ask(seriesPage.loader, { ...asked, viewer: viewers.paula });
    const { upcoming, organise } = page.data as { upcoming: { moved: string | null }[]; organise: boolean };
    expect(upcoming.map(({ moved }) => moved?.replace(/\u00A0/g, ' ') ?? null)).toEqual([
      null,
      null,
      null,
      'La règle donnait le mardi 18 octobre',
      null,
    ]);
    expect(organise).toBe(false);
    const made = await ask(seriesPage.loader, { ...asked, path: `${asked.path}?created`, viewer: viewers.ines });
    expect(made.data.made).toBe('5 réunions créées, sans invitation pour l’instant.');
    const drafts = await aSeries(services, { announce: false });
    const hidden = { path: `/series/${drafts.seriesId}`, params: { series: drafts.seriesId } };
    const kept = await ask(seriesPage.loader, { ...hidden, path: `${hidden.path}?created`, viewer: drafts.viewers.ines });
    expect(kept.data.made).toContain('5 brouillons créés');
    expect(await ask(seriesPage.loader, { ...hidden, viewer: drafts.viewers.paula })).toMatchObject({ status: 404 });
    expect(await ask(seriesPage.loader, { ...hidden, viewer: null })).toMatchObject({ status: 302 });
    expect(await ask(seriesPage.loader, { ...hidden, viewer: drafts.viewers.ines })).toMatchObject({ status: 200 });
  });

  test('a date that was moved past the next stands after it; another hour on its day is no other day', async () => {
    const moved = new Map([
      ['2022-06-21', '2022-07-25T15:00'],
      ['2022-09-20', '2022-09-20T10:00'],
    ]);
    const { seriesId, viewers } = await aSeries(services, { choices: { leftOut: new Set(), moved } });
    const page = await ask(seriesPage.loader, { viewer: viewers.ines, path: `/series/${seriesId}`, params: { series: seriesId } });
    const upcoming = page.data.upcoming as { on: string; onlyHour: boolean; moved: string | null }[];
    expect(upcoming.map(({ on }) => on)).toEqual(['2022-07-19', '2022-06-21', '2022-09-20', '2022-10-18', '2022-11-15']);
    expect(upcoming.map(({ onlyHour, moved: words }) => words !== null && onlyHour)).toEqual([false, false, true, false, false]);
  });

  test('a meeting names its series and its neighbours there, and hands its points on to the next one first', async () => {
    const [, july] = await meetingsOf(services, scene.seriesId);
    const asked = { viewer: scene.viewers.ines, path: `/meetings/${july?.slug}`, params: { meeting: july?.slug ?? '' } };
    const page = await ask(meetingPage.loader, asked);
    expect(page.data.series).toMatchObject({ id: scene.seriesId, pattern: 'Le 3e mardi du mois', previous: {}, next: {} });
    const carry = await ask(carryPage.loader, asked);
    const [target] = carry.data.targets as { words: string }[];
    expect(target?.words).toMatch(/20\sseptembre.*la prochaine de la série/);
  });

  test('who does not organise the group gets what does not exist, and changes nothing', async () => {
    const before = await edtfsOf(services, scene.seriesId);
    const { group, seriesId, viewers } = scene;
    for (const viewer of [viewers.paula, viewers.stranger]) {
      for (const [handler, path, form] of [
        [newPage.loader, `/groups/${group.slug}/series/new`],
        [newPage.action, `/groups/${group.slug}/series/new`, { ...RULE_FORM, id: crypto.randomUUID(), intent: 'publish', ...SEEN }],
        [changePage.loader, `/series/${seriesId}/change`],
        [changePage.action, `/series/${seriesId}/change`, { ...RULE_FORM, revision: '1', intent: 'publish', ...SEEN }],
        [cancelPage.loader, `/series/${seriesId}/cancel?since=2022-09-20`],
        [cancelPage.action, `/series/${seriesId}/cancel?since=2022-09-20`, { revision: '1', expected: '3' }],
      ] as const)
        expect((await ask(handler, { viewer, path, ...(form && { form }) })).status, path).toBe(404);
    }
    expect(await edtfsOf(services, seriesId)).toEqual(before);
    expect(await ask(listPage.loader, { viewer: null, path: `/groups/${group.slug}/series` })).toMatchObject({ data: { organise: false } });
  });
});
