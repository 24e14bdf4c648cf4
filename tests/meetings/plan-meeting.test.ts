import { describe, expect, test } from 'vitest';
import { UNKNOWN, whenOf } from '#app/model/when.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { aGroup, aPlan, auditOf, rowOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const newId = () => crypto.randomUUID();

describe('planning a meeting', () => {
  test('it is stored as people know its date, with the instants that the date covers, and the act is written down', async () => {
    const { viewers, scope } = await aGroup(services);
    const id = newId();
    await planMeeting(services, {
      viewer: viewers.ines,
      scope,
      id,
      plan: aPlan({ themes: ['Santé', 'Climat'], countries: ['EC', 'AR'] }),
      announce: true,
    });
    const row = await rowOf(services, id);
    expect(row).toMatchObject({
      edtf: '2022-10-13T15:00/2022-10-13T16:30',
      timeZone: 'Europe/Paris',
      status: 'scheduled',
      sequence: 0,
      revision: 1,
    });
    expect(row.during).toBe('["2022-10-13 13:00:00+00","2022-10-13 14:30:00+00")');
    expect(row.changedAt).toBe('2022-06-01T08:00:00Z');
    expect(await auditOf(services, id)).toEqual(['meeting.plan']);
    const themes = await database.db
      .selectFrom('meetingThemes')
      .innerJoin('themes', 'themes.id', 'themeId')
      .select('slug')
      .where('meetingId', '=', id)
      .execute();
    expect(themes.map((theme) => theme.slug).sort()).toEqual(['climat', 'sante']);
  });

  test('its address is the date and the title; the same again gets a number, even at the same moment', async () => {
    const { viewers, scope } = await aGroup(services);
    const plan = aPlan({ title: 'Deux fois la même' });
    const planned = await Promise.all(
      Array.from({ length: 5 }, () => planMeeting(services, { viewer: viewers.ines, scope, id: newId(), plan, announce: true })),
    );
    const base = '2022-10-13-deux-fois-la-meme';
    expect(planned.map(({ slug }) => slug).sort()).toEqual([base, ...[2, 3, 4, 5].map((number) => `${base}-${number}`)]);
  });

  test.each([
    [{ when: whenOf('2022-09'), title: 'Rencontre santé' }, '2022-09-rencontre-sante'],
    [{ when: UNKNOWN, title: 'Rencontre sans date' }, 'rencontre-sans-date'],
    [{ when: UNKNOWN, title: 'New' }, 'new-2'],
    [{ when: whenOf('2022-09-02'), title: '日本' }, '2022-09-02-meeting'],
    [{ when: whenOf('2022-09-03'), title: 'x'.repeat(300) }, `2022-09-03-${'x'.repeat(95)}`],
    [{ when: whenOf('2022-09-04'), title: '<script>alert(1)</script>' }, '2022-09-04-script-alert-1-script'],
  ])('the address of %j', async (given, slug) => {
    const { viewers, scope } = await aGroup(services);
    expect(await planMeeting(services, { viewer: viewers.ines, scope, id: newId(), plan: aPlan(given), announce: true })).toEqual({ slug });
  });

  test('the same form sent twice, even at once, plans one meeting', async () => {
    const { viewers, scope, group } = await aGroup(services);
    const once = { viewer: viewers.ines, scope, id: newId(), plan: aPlan({ title: 'Double clic' }), announce: true };
    const [one, other] = await Promise.all([planMeeting(services, once), planMeeting(services, once)]);
    expect(await planMeeting(services, once)).toEqual(one);
    expect(one).toEqual(other);
    const rows = await database.db.selectFrom('meetings').select('id').where('groupId', '=', group.id).execute();
    expect(rows).toHaveLength(1);
    expect(await auditOf(services, once.id)).toEqual(['meeting.plan']);
  });

  test('the id of a meeting of another group is refused', async () => {
    const [here, there] = [await aGroup(services), await aGroup(services)];
    const id = newId();
    await planMeeting(services, { viewer: there.viewers.ines, scope: there.scope, id, plan: aPlan({ title: 'Là-bas' }), announce: true });
    await expect(
      planMeeting(services, { viewer: here.viewers.ines, scope: here.scope, id, plan: aPlan(), announce: true }),
    ).rejects.toThrow('another group');
  });

  test('two people who bring the same new theme at once share it', async () => {
    const { viewers, scope } = await aGroup(services);
    const plans = ['Eau et assainissement', 'EAU ET ASSAINISSEMENT'].map((theme) => aPlan({ title: theme, themes: [theme, 'Jeunesse'] }));
    await Promise.all(plans.map((plan) => planMeeting(services, { viewer: viewers.ines, scope, id: newId(), plan, announce: true })));
    const rows = await database.db.selectFrom('themes').select('slug').where('slug', 'in', ['eau-et-assainissement', 'jeunesse']).execute();
    expect(rows).toHaveLength(2);
  });

  test('without a date nothing is invented: no instants', async () => {
    const { viewers, scope } = await aGroup(services);
    const id = newId();
    await planMeeting(services, { viewer: viewers.ines, scope, id, plan: aPlan({ when: UNKNOWN }), announce: false });
    expect(await rowOf(services, id)).toMatchObject({ edtf: 'XXXX', during: null, status: 'draft' });
  });
});
