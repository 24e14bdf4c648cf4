import { describe, expect, test } from 'vitest';
import type { Recurrence } from '#app/model/recurrence.ts';
import { createSeries } from '#server/series/create-series.ts';
import { datesOfRule } from '#server/series/dates-of-rule.ts';
import { aGroup, auditOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { AS_THE_RULE_SAYS, aRequest, aSeries, DAYS, edtfsOf, mailsTo, meetingsOf, PLAN, RULE } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('making a series', () => {
  test('each date becomes a meeting of its own, with the standing points, the place and the link of the series', async () => {
    const { seriesId } = await aSeries(services);
    const meetings = await meetingsOf(services, seriesId);
    expect(meetings.map(({ edtf }) => edtf)).toEqual(DAYS.map((day) => `${day}T15:00/${day}T16:30`));
    expect(meetings.map(({ seriesOn }) => seriesOn)).toEqual(DAYS);
    expect(meetings[0]).toMatchObject({
      title: 'Point mensuel DALC',
      status: 'scheduled',
      onlineUrl: 'https://visio.example/dalc',
      sequence: 0,
    });
    expect(new Set(meetings.map(({ slug }) => slug)).size).toBe(5);
    const points = await services.db
      .selectFrom('agendaItems')
      .select(['title', 'kind', 'durationMinutes'])
      .where('meetingId', '=', meetings[3]?.id ?? '')
      .orderBy('position')
      .execute();
    expect(points).toEqual(PLAN.agenda);
    expect(await auditOf(services, seriesId)).toEqual(['series.create']);
    expect(await auditOf(services, meetings[0]?.id ?? '')).toEqual(['meeting.plan']);
  });

  test('its rule is stored as RFC 5545 writes it, with local hours and their zone', async () => {
    const { seriesId } = await aSeries(services);
    const row = await services.db.selectFrom('series').selectAll().where('id', '=', seriesId).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ rrule: 'FREQ=MONTHLY;BYDAY=3TU;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;COUNT=5' });
    expect(row).toMatchObject({ firstDay: '2022-06-21', startTime: '15:00', durationMinutes: 90, timeZone: 'Europe/Paris' });
  });

  test('the same form sent twice, even at once, makes one series', async () => {
    const { viewers, scope } = await aGroup(services);
    const request = aRequest({ viewer: viewers.ines, scope });
    const made = await Promise.all([createSeries(services, request), createSeries(services, request)]);
    expect(made).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await edtfsOf(services, request.id)).toHaveLength(5);
  });

  test('dates can be left out and moved; a moved one remembers what the rule gave', async () => {
    const choices = { leftOut: new Set(['2022-07-19']), moved: new Map([['2022-10-18', '2022-10-20T10:00']]) };
    const { seriesId } = await aSeries(services, { choices });
    const meetings = await meetingsOf(services, seriesId);
    expect(meetings.map(({ seriesOn }) => seriesOn)).toEqual(DAYS.filter((day) => day !== '2022-07-19'));
    expect(meetings[2]).toMatchObject({ edtf: '2022-10-20T10:00/2022-10-20T11:30', seriesEdtf: '2022-10-18T15:00/2022-10-18T16:30' });
    const row = await services.db.selectFrom('series').select('leftOut').where('id', '=', seriesId).executeTakeFirstOrThrow();
    expect(row.leftOut).toEqual(['2022-07-19']);
  });

  test('invitations to all: one for each person and meeting; to the next: to it alone; drafts: none yet', async () => {
    const all = await aSeries(services, { invite: { whom: 'all', expected: 3 } });
    expect(await mailsTo(services, all.people.paula.email)).toHaveLength(5);
    const next = await aSeries(services, { invite: { whom: 'next', expected: 3 } });
    expect(await mailsTo(services, next.people.paula.email)).toHaveLength(1);
    const drafts = await aSeries(services, { invite: { whom: 'all', expected: 3 }, announce: false });
    expect(await mailsTo(services, drafts.people.paula.email)).toHaveLength(0);
    const [first] = await meetingsOf(services, drafts.seriesId);
    expect(first?.status).toBe('draft');
  });

  test('nothing is made when the group has not the number of members that was confirmed', async () => {
    const { viewers, scope } = await aGroup(services);
    const request = aRequest({ viewer: viewers.ines, scope }, { invite: { whom: 'all', expected: 2 } });
    expect(await createSeries(services, request)).toEqual({ ok: false, reason: 'count_changed', count: 3 });
    expect(await edtfsOf(services, request.id)).toEqual([]);
    expect(await services.db.selectFrom('series').select('id').where('id', '=', request.id).execute()).toEqual([]);
  });

  const weekly: Recurrence = { ...RULE, pattern: { kind: 'weekly', every: 1, weekday: 2 }, end: { kind: 'until', day: '2030-01-01' } };
  const never: Recurrence = { ...RULE, pattern: { kind: 'monthday', every: 1, day: 31 }, monthsOut: [1, 3, 5, 7, 8, 10, 12] };
  const night: Recurrence = {
    ...RULE,
    pattern: { kind: 'weekday', every: 1, nth: -1, weekday: 7 },
    start: '02:30',
    firstDay: '2023-03-01',
    monthsOut: [],
  };
  test.each([
    ['360 dates', weekly, { reason: 'too_many', count: 360 }],
    ['31 February, April, June…', never, { reason: 'no_date' }],
    ['an end before the beginning', { ...RULE, end: { kind: 'until', day: '2022-05-01' } }, { reason: 'no_date' }],
    ['an hour that does not exist on one of them', night, { reason: 'missing_hour', on: '2023-03-26' }],
  ] as [string, Recurrence, object][])('%s: nothing is made', async (_, recurrence, refusal) => {
    const { viewers, scope } = await aGroup(services);
    const plan = { ...PLAN, recurrence };
    const request = aRequest({ viewer: viewers.ines, scope }, { plan });
    expect(await createSeries(services, request)).toEqual({ ok: false, ...refusal });
    expect(await edtfsOf(services, request.id)).toEqual([]);
  });

  test('a date whose hour does not exist can be left out', async () => {
    const choices = { leftOut: new Set(['2023-03-26']), moved: new Map<string, string>() };
    const { seriesId } = await aSeries(services, { plan: { ...PLAN, recurrence: night }, choices });
    expect(await edtfsOf(services, seriesId)).toHaveLength(4);
  });

  test('a rule whose dates were not the ones shown, no date kept, and two at one moment are refused', async () => {
    const { viewers, scope } = await aGroup(services);
    const ask = (given: object) => createSeries(services, aRequest({ viewer: viewers.ines, scope }, given));
    expect(await ask({ seen: DAYS.slice(1) })).toEqual({ ok: false, reason: 'dates_changed' });
    expect(await ask({ choices: { ...AS_THE_RULE_SAYS, leftOut: new Set(DAYS) } })).toEqual({ ok: false, reason: 'none_kept' });
    const onto = new Map([['2022-07-19', '2022-06-21T15:00']]);
    expect(await ask({ choices: { ...AS_THE_RULE_SAYS, moved: onto } })).toEqual({ ok: false, reason: 'twice', on: '2022-07-19' });
  });

  test('sixty dates are made, and no more', async () => {
    const recurrence: Recurrence = { ...weekly, end: { kind: 'count', times: 60 } };
    const { seriesId } = await aSeries(services, { plan: { ...PLAN, recurrence }, seen: datesOfRule(recurrence) });
    expect(await edtfsOf(services, seriesId)).toHaveLength(60);
  });
});
