import type { Recurrence } from '#app/model/recurrence.ts';
import type { DateChoices, SeriesPlan } from '#app/model/series.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { organiseSeries } from '#server/series/access.ts';
import { createSeries, type SeriesToCreate } from '#server/series/create-series.ts';
import { datesOfRule } from '#server/series/dates-of-rule.ts';
import { aGroup } from '#tests/meetings/scene.ts';
import type { TestServices } from '#tests/support/services.ts';

/** Third Tuesdays at 15:00 in Paris, five times from 21 June 2022 on, not in August; the clock of the tests is at 1 June. */
export const RULE: Recurrence = {
  pattern: { kind: 'weekday', every: 1, nth: 3, weekday: 2 },
  monthsOut: [8],
  end: { kind: 'count', times: 5 },
  ...{ firstDay: '2022-06-01', start: '15:00', minutes: 90, timeZone: 'Europe/Paris' },
};
export const DAYS = ['2022-06-21', '2022-07-19', '2022-09-20', '2022-10-18', '2022-11-15'];

export const PLAN: SeriesPlan = {
  recurrence: RULE,
  template: {
    ...{ title: 'Point mensuel DALC', kind: 'group_meeting', visibility: 'public', placeName: 'Cités Unies France, Paris' },
    ...{ placeAddress: '', placeAccess: '', onlineUrl: 'https://visio.example/dalc', summary: '', themes: ['Climat'], countries: ['CO'] },
  },
  agenda: [
    { title: 'Ouverture et tour de table', kind: 'opening', durationMinutes: 10 },
    { title: 'Suivi des actions', kind: 'discussion', durationMinutes: 60 },
    { title: 'Prochaines étapes', kind: 'conclusion', durationMinutes: 20 },
  ],
};

export const AS_THE_RULE_SAYS: DateChoices = { leftOut: new Set(), moved: new Map() };

/** What the form of a new series sends, once its dates were shown. */
export function aRequest(
  { viewer, scope }: Pick<SeriesToCreate, 'viewer' | 'scope'>,
  given: Partial<Omit<SeriesToCreate, 'viewer' | 'scope'>> = {},
): SeriesToCreate {
  const plan = given.plan ?? PLAN;
  return {
    ...{ viewer, scope, id: crypto.randomUUID(), plan, choices: AS_THE_RULE_SAYS, seen: datesOfRule(plan.recurrence), announce: true },
    invite: { whom: 'none', expected: 3 },
    ...given,
  };
}

/** A group with a series; everybody of the group (three people) is invited where `whom` says so. */
export async function aSeries(services: TestServices, given: Partial<Omit<SeriesToCreate, 'viewer' | 'scope'>> = {}) {
  const scene = await aGroup(services);
  const request = aRequest({ viewer: scene.viewers.ines, scope: scene.scope }, given);
  const created = await createSeries(services, request);
  if (!created.ok) throw new Error(`No series was made: ${created.reason}.`);
  const open = (viewer: Viewer) => organiseSeries(services, viewer, request.id, '/');
  return { ...scene, seriesId: request.id, organised: await open(scene.viewers.ines), open };
}

/** The meetings of a series in the order of the rule's days. */
export function meetingsOf({ db }: TestServices, seriesId: string) {
  return db.selectFrom('meetings').selectAll().where('seriesId', '=', seriesId).orderBy('seriesOn').execute();
}

export async function edtfsOf(services: TestServices, seriesId: string) {
  return (await meetingsOf(services, seriesId)).map(({ edtf, status }) => (status === 'scheduled' ? edtf : `${edtf} ${status}`));
}

/** Templates and addresses of the mails that wait for somebody. */
export function mailsTo({ db }: TestServices, address: string) {
  return db.selectFrom('outboxMails').select(['template', 'payload']).where('toAddress', '=', address).orderBy('id').execute();
}
