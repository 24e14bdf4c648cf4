import { describe, expect, test } from 'vitest';
import { listClashes } from '#db/series/read-clashes.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { previewDates } from '#server/series/preview-dates.ts';
import { aGroup } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { AS_THE_RULE_SAYS, aSeries, RULE } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const TIME = { from: '2022-07-19T13:00:00Z', to: '2022-07-19T14:30:00Z' };

describe('what else takes place at the time of a meeting', () => {
  test('meetings that overlap, which this person may see; not what only touches, is vague, cancelled, or hidden', async () => {
    const { viewers, group } = await aGroup(services);
    const other = await makeGroup(services.db);
    const at = (title: string, given: object) => makeMeeting(services.db, { groupId: other.id, title, ...given });
    await at('Pendant', { edtf: '2022-07-19T14:00/2022-07-19T15:30', during: '[2022-07-19T12:00Z,2022-07-19T13:30Z)' });
    await at('Après', { edtf: '2022-07-19T16:30/2022-07-19T17:00', during: '[2022-07-19T14:30Z,2022-07-19T15:00Z)' });
    await at('Tout le jour', { edtf: '2022-07-19', during: '[2022-07-18T22:00Z,2022-07-19T22:00Z)' });
    await at('En juillet', { edtf: '2022-07', during: '[2022-06-30T22:00Z,2022-07-31T22:00Z)' });
    await at('Annulée', { status: 'cancelled', edtf: '2022-07-19', during: '[2022-07-18T22:00Z,2022-07-19T22:00Z)' });
    await at('Réservée', { visibility: 'members', edtf: '2022-07-19', during: '[2022-07-18T22:00Z,2022-07-19T22:00Z)' });
    await makeMeeting(services.db, {
      ...{ groupId: group.id, title: 'Brouillon', status: 'draft', edtf: '2022-07-19', during: '[2022-07-18T22:00Z,2022-07-19T22:00Z)' },
    });
    const network = await enterNetwork(services, viewers.ines);
    const titles = async (given: object) =>
      (await listClashes(services.db, network, { ...TIME, limit: 20, ...given })).map(({ title }) => title).sort();
    expect(await titles({})).toEqual(['Pendant', 'Tout le jour']);
    expect(await titles({ organisedGroupId: group.id })).toEqual(['Brouillon', 'Pendant', 'Tout le jour']);
    expect(await titles({ limit: 1 })).toHaveLength(1);
  });

  test('the preview tells holidays and clashes at their dates, and a series does not clash with itself', async () => {
    const { viewers, seriesId, group } = await aSeries(services);
    const network = await enterNetwork(services, viewers.ines);
    const asked = {
      recurrence: { ...RULE, firstDay: '2022-06-21' },
      choices: AS_THE_RULE_SAYS,
      locale: 'fr',
      organisedGroupId: group.id,
    } as const;
    const { rows } = await previewDates(services, network, asked);
    expect(rows[0]?.clashes.map(({ title }) => title)).toContain('Point mensuel DALC');
    const own = await previewDates(services, network, { ...asked, exceptSeriesId: seriesId });
    expect(own.rows[3]?.clashes).toEqual([]);
    const eleventh = { ...asked.recurrence, pattern: { kind: 'monthday', every: 1, day: 11 } as const };
    const november = (await previewDates(services, network, { ...asked, recurrence: eleventh })).rows.find(({ on }) => on === '2022-11-11');
    expect(november?.holidays.map(({ name }) => name)).toEqual(['Armistice de 1918']);
  });
});
