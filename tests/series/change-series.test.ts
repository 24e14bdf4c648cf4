import { describe, expect, test } from 'vitest';
import type { Recurrence } from '#app/model/recurrence.ts';
import type { DateChoices, SeriesPlan } from '#app/model/series.ts';
import { whenOf } from '#app/model/when.ts';
import { findSeries } from '#db/series/read.ts';
import { removeAttendee } from '#server/attendance/remove-attendee.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import type { OrganisedSeries } from '#server/series/access.ts';
import { changeSeries, type SeriesChange } from '#server/series/change-series.ts';
import { checkDates } from '#server/series/check-dates.ts';
import { dateRows } from '#server/series/date-rows.ts';
import { datesOfRule } from '#server/series/dates-of-rule.ts';
import { firstDayOf } from '#server/series/first-day.ts';
import { planOf } from '#server/series/plan-of-series.ts';
import { previewChange } from '#server/series/preview-change.ts';
import { auditOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import type { ReceivedMail } from '#tests/support/mailbox.ts';
import { useServices } from '#tests/support/services.ts';
import { AS_THE_RULE_SAYS, aSeries, DAYS, edtfsOf, mailsTo, meetingsOf, PLAN } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
type Scene = Awaited<ReturnType<typeof aSeries>>;

/** What an organiser's form sends after the preview. */
async function prepare(
  scene: Scene,
  {
    since,
    last,
    rule = {},
    plan = {},
    choices = AS_THE_RULE_SAYS,
  }: { since: string; last: string | null; rule?: Partial<Recurrence>; plan?: Partial<SeriesPlan>; choices?: DateChoices },
): Promise<SeriesChange> {
  const scope: OrganisedSeries = scene.organised;
  const series = await findSeries(services.db, scope);
  const before = planOf(series);
  const asked = { ...before.recurrence, ...rule };
  const recurrence = { ...asked, firstDay: firstDayOf(asked, { since, last, today: '2022-06-01' }) };
  const seen = datesOfRule(recurrence);
  const checked = checkDates(recurrence, choices, seen);
  if (!checked.ok) throw new Error(checked.reason);
  const { digest } = await previewChange(services, scope, { since, kept: checked.kept, plan: { ...before, ...plan, recurrence } });
  return {
    ...{
      viewer: scene.viewers.ines,
      scope,
      revision: series.revision,
      since,
      plan: { ...before, ...plan, recurrence },
      choices,
      seen,
      digest,
    },
    ...{ announce: true, invite: { whom: 'none', expected: 3 }, reason: '' },
  };
}

const THURSDAY = { pattern: { kind: 'weekday', every: 1, nth: 3, weekday: 4 }, end: { kind: 'until', day: '2022-11-30' } } as const;
const invited = { invite: { whom: 'all', expected: 3 } } as const;

describe('changing the following meetings', () => {
  test('another day and hour from September on: the same meetings move, with their UIDs and a higher SEQUENCE', async () => {
    const scene = await aSeries(services);
    const before = await meetingsOf(services, scene.seriesId);
    const change = await prepare(scene, { since: '2022-09-20', last: '2022-07-19', rule: { ...THURSDAY, start: '10:00' } });
    expect(await changeSeries(services, change)).toEqual({ ok: true, moved: 3, cancelled: 0, added: 0 });
    const after = await meetingsOf(services, scene.seriesId);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ edtf }) => edtf.slice(0, 16))).toEqual([
      ...['2022-06-21T15:00', '2022-07-19T15:00', '2022-09-15T10:00', '2022-10-20T10:00', '2022-11-17T10:00'],
    ]);
    expect(after.map(({ sequence }) => sequence)).toEqual([0, 0, 1, 1, 1]);
    expect(after.map(({ seriesOn }) => seriesOn)).toEqual(['2022-06-21', '2022-07-19', '2022-09-15', '2022-10-20', '2022-11-17']);
    expect(await auditOf(services, scene.seriesId)).toEqual(['series.create', 'series.change']);
  });

  test('an hour later on the same days: days that take one another’s place do not collide', async () => {
    const scene = await aSeries(services);
    const rule = { start: '16:00', end: { kind: 'until', day: '2022-12-31' } } as const;
    const change = await prepare(scene, { since: DAYS[0] ?? '', last: null, rule });
    expect(await changeSeries(services, change)).toEqual({ ok: true, moved: 5, cancelled: 0, added: 1 });
    expect((await edtfsOf(services, scene.seriesId)).at(-1)).toBe('2022-12-20T16:00/2022-12-20T17:30');
  });

  test('the day of a meeting that was put forward by hand and has begun gets no second one, and the preview says so', async () => {
    const scene = await aSeries(services);
    const october = (await meetingsOf(services, scene.seriesId))[3];
    const opened = await organiseMeeting(services, scene.viewers.ines, october?.slug ?? '');
    const forward = { ...PLAN.template, timeZone: 'Europe/Paris', when: whenOf('2022-06-02T09:00/2022-06-02T10:30') };
    await editMeeting(services, {
      ...{ viewer: scene.viewers.ines, scope: opened, revision: october?.revision ?? 0, plan: forward, announce: false },
    });
    services.clock.set('2022-06-02T12:00:00Z');
    const rule = { start: '10:00', end: { kind: 'until', day: '2022-11-30' } } as const;
    const change = await prepare(scene, { since: '2022-09-20', last: '2022-07-19', rule });
    const kept = dateRows(change.plan.recurrence, AS_THE_RULE_SAYS);
    const { added, taken } = await previewChange(services, scene.organised, { since: '2022-09-20', kept, plan: change.plan });
    expect({ added, taken: taken.map(({ on }) => on) }).toEqual({ added: [], taken: ['2022-10-18'] });
    expect(await changeSeries(services, change)).toEqual({ ok: true, moved: 2, cancelled: 0, added: 0 });
    services.clock.set('2022-06-01T08:00:00Z');
    expect((await edtfsOf(services, scene.seriesId)).map((edtf) => edtf.slice(0, 16))).toEqual([
      ...['2022-06-21T15:00', '2022-07-19T15:00', '2022-09-20T10:00', '2022-06-02T09:00', '2022-11-15T10:00'],
    ]);
  });

  test('whoever is invited to several gets them as one list, and an update for each calendar entry', async () => {
    const scene = await aSeries(services, invited);
    await services.mailbox.next(scene.people.paula.email);
    const change = await prepare(scene, { since: '2022-09-20', last: '2022-07-19', rule: { ...THURSDAY, start: '10:00' } });
    await changeSeries(services, change);
    const mails = (await mailsTo(services, scene.people.paula.email)).map(({ template }) => template);
    expect(mails.filter((template) => template === 'series-change')).toHaveLength(1);
    expect(mails.filter((template) => template === 'meeting-update')).toHaveLength(3);
  });

  test('the list of new dates leaves out the meetings that somebody was taken off before it left', async () => {
    const scene = await aSeries(services, invited);
    const { paula } = scene.people;
    for (const _ of DAYS) await services.mailbox.next(paula.email);
    const change = await prepare(scene, { since: '2022-09-20', last: '2022-07-19', rule: { ...THURSDAY, start: '10:00' } });
    await changeSeries(services, change);
    const [, , , october] = await meetingsOf(services, scene.seriesId);
    const { id: attendanceId } = await services.db
      .selectFrom('attendances')
      .select('id')
      .where('meetingId', '=', october?.id ?? '')
      .where('personId', '=', paula.id)
      .executeTakeFirstOrThrow();
    const scope = await organiseMeeting(services, scene.viewers.ines, october?.slug ?? '');
    await removeAttendee(services, { viewer: scene.viewers.ines, scope, attendanceId });
    await services.db
      .updateTable('meetings')
      .set({ title: 'Secret', edtf: '2022-10-28T09:00/2022-10-28T10:00', placeName: 'Secret' })
      .where('id', '=', october?.id ?? '')
      .execute();
    const waiting = (await services.mailbox.unread()).filter((address) => address === paula.email);
    const mails: ReceivedMail[] = [];
    for (const address of waiting) mails.push(await services.mailbox.next(address));
    const list = mails.find(({ text }) => /15.septembre.*17.novembre/s.test(text ?? ''));
    expect(list?.text).not.toMatch(/octobre/);
    for (const { text, html, subject } of mails) for (const said of [text, html, subject]) expect(said).not.toContain('Secret');
  });

  test('what was changed by hand stays: a date, a title, an agenda', async () => {
    const scene = await aSeries(services);
    const [, , september, october, november] = await meetingsOf(services, scene.seriesId);
    const { ines } = scene.viewers;
    const edit = async (meeting: typeof october, given: object) => {
      const scope = await organiseMeeting(services, ines, meeting?.slug ?? '');
      const plan = { ...PLAN.template, timeZone: 'Europe/Paris', when: whenOf(meeting?.edtf ?? ''), ...given };
      await editMeeting(services, { viewer: ines, scope, revision: meeting?.revision ?? 0, plan, announce: false });
    };
    await edit(september, { title: 'Rentrée du réseau' });
    await edit(october, { when: whenOf('2022-10-25T09:00/2022-10-25T12:00') });
    await services.db
      .updateTable('agendaItems')
      .set({ summary: 'Avec le ministère' })
      .where('meetingId', '=', november?.id ?? '')
      .execute();
    const template = { ...PLAN.template, title: 'Point DALC', onlineUrl: 'https://visio.example/nouveau' };
    const agenda = [{ title: 'Accueil', kind: 'opening' as const, durationMinutes: 15 }];
    const change = await prepare(scene, { since: '2022-09-20', last: '2022-07-19', rule: THURSDAY, plan: { template, agenda } });
    expect(await changeSeries(services, change)).toMatchObject({ ok: true, moved: 2, cancelled: 0, added: 0 });
    const after = await meetingsOf(services, scene.seriesId);
    expect(after.map(({ title }) => title)).toEqual([
      'Point mensuel DALC',
      'Point mensuel DALC',
      'Rentrée du réseau',
      'Point DALC',
      'Point DALC',
    ]);
    expect(after[3]).toMatchObject({
      edtf: '2022-10-25T09:00/2022-10-25T12:00',
      seriesOn: '2022-10-20',
      onlineUrl: 'https://visio.example/nouveau',
    });
    expect(after.map(({ onlineUrl }) => onlineUrl).slice(0, 2)).toEqual([PLAN.template.onlineUrl, PLAN.template.onlineUrl]);
    const points = await services.db
      .selectFrom('agendaItems')
      .innerJoin('meetings', 'meetings.id', 'meetingId')
      .select(['agendaItems.title', 'seriesOn'])
      .where('seriesId', '=', scene.seriesId)
      .orderBy('seriesOn')
      .orderBy('position')
      .execute();
    const titles = (day: string) => points.filter(({ seriesOn }) => seriesOn === day).map(({ title }) => title);
    expect(titles('2022-09-15')).toEqual(['Accueil']);
    expect(titles('2022-11-17')).toEqual(PLAN.agenda.map(({ title }) => title));
  });

  test('a nearer end cancels what lies beyond it, a further one adds meetings', async () => {
    const scene = await aSeries(services, invited);
    const until = (day: string) => ({ end: { kind: 'until', day } as const });
    const shorter = await prepare(scene, { since: '2022-07-19', last: '2022-06-21', rule: until('2022-10-31') });
    expect(await changeSeries(services, { ...shorter, reason: 'Grève des transports' })).toMatchObject({
      moved: 0,
      cancelled: 1,
      added: 0,
    });
    expect((await meetingsOf(services, scene.seriesId)).at(-1)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Grève des transports',
      sequence: 1,
    });
    const longer = await prepare(scene, { since: '2022-07-19', last: '2022-06-21', rule: until('2023-01-31') });
    expect(await changeSeries(services, longer)).toMatchObject({ moved: 0, cancelled: 0, added: 2 });
    expect((await edtfsOf(services, scene.seriesId)).map((edtf) => edtf.slice(0, 10))).toEqual([...DAYS, '2022-12-20', '2023-01-17']);
  });

  test('two organisers at once: the second is shown the first one’s version, and nothing of theirs is written', async () => {
    const scene = await aSeries(services);
    const ask = { since: '2022-09-20', last: '2022-07-19' };
    const [mine, theirs] = [await prepare(scene, { ...ask, rule: THURSDAY }), await prepare(scene, { ...ask, rule: { start: '09:00' } })];
    expect(await changeSeries(services, { ...theirs, viewer: scene.viewers.sylvain })).toMatchObject({ ok: true });
    expect(await changeSeries(services, mine)).toMatchObject({
      ok: false,
      reason: 'conflict',
      current: { startTime: '09:00', revision: 2 },
    });
  });

  test('a meeting that somebody moved since the preview is not moved over', async () => {
    const scene = await aSeries(services);
    const change = await prepare(scene, { since: '2022-09-20', last: '2022-07-19', rule: THURSDAY });
    const [, , , october] = await meetingsOf(services, scene.seriesId);
    const scope = await organiseMeeting(services, scene.viewers.sylvain, october?.slug ?? '');
    const plan = { ...PLAN.template, timeZone: 'Europe/Paris', when: whenOf('2022-10-26T15:00/2022-10-26T16:30') };
    await editMeeting(services, { viewer: scene.viewers.sylvain, scope, revision: 1, plan, announce: false });
    expect(await changeSeries(services, change)).toEqual({ ok: false, reason: 'meetings_changed' });
  });

  test('meetings that have begun are not touched', async () => {
    const scene = await aSeries(services);
    services.clock.set('2022-09-20T13:10:00Z');
    const change = await prepare(scene, { since: '2022-10-18', last: '2022-09-20', rule: THURSDAY });
    await changeSeries(services, change);
    services.clock.set('2022-06-01T08:00:00Z');
    expect((await edtfsOf(services, scene.seriesId)).slice(2).map((edtf) => edtf.slice(0, 10))).toEqual([
      '2022-09-20',
      '2022-10-20',
      '2022-11-17',
    ]);
  });
});
