import { enterEdition, organiseEdition } from '#server/programme/access.ts';
import { changeSettings } from '#server/registrations/change-settings.ts';
import { register } from '#server/registrations/register.ts';
import type { PersonOfDelegation } from '#server/registrations/register-delegation.ts';
import type { RegistrationWish } from '#server/registrations/write-down.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

let made = 0;

/**
 * 1 June 2022: Inès organises the edition of 20 and 21 June, which takes registrations from 1 May on. Its sessions are
 * « eau » and « culture » at the same hour of the first day, and « climat » on the second.
 */
export async function openEdition({ db }: TestDatabase, services: TestServices, given: Partial<Settings> = {}) {
  services.clock.set('2022-06-01T08:00:00Z');
  const group = await makeGroup(db);
  const ines = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: ines.id, role: 'organiser' });
  const slug = `rencontres-${++made}`;
  const edition = await db
    .insertInto('editions')
    .values({ slug, groupId: group.id, name: 'Rencontres 2022', place: 'Cité des Sciences', startsOn: '2022-06-20', endsOn: '2022-06-21' })
    .returningAll()
    .executeTakeFirstOrThrow();
  const session = (title: string, from: string, to: string, capacity: number | null = null) =>
    makeMeeting(db, {
      ...{ groupId: group.id, editionId: edition.id, title, kind: 'session' as const, capacity },
      ...{ edtf: `2022-06-${from}/2022-06-${to}`, during: `[2022-06-${from}+02,2022-06-${to}+02)` },
    });
  const eau = await session('Eau et villes', '20T14:00', '20T15:30', 2);
  const culture = await session('Culture et droits', '20T14:30', '20T16:00');
  const climat = await session('Climat', '21T10:00', '21T11:30');
  const organiser = viewerOf(ines);
  const organised = await organiseEdition(services, organiser, slug);
  const scope = await enterEdition(services, null, slug);
  const settle = async (settings: Partial<Settings> = {}) => {
    const { revision } = await db
      .selectFrom('registrationSettings')
      .select('revision')
      .where('editionId', '=', edition.id)
      .executeTakeFirst()
      .then((row) => row ?? { revision: 0 });
    return changeSettings(services, { viewer: organiser, scope: organised, revision, settings: { ...OPEN, ...settings } });
  };
  await settle(given);
  const wish = (email: string, more: Partial<RegistrationWish> = {}) => ({
    ...{ id: crypto.randomUUID() as string, category: 'member' as const, givenName: 'Karim', familyName: 'Belhadj', email },
    ...{ function: 'Directeur', organisationName: 'Ville de Nanterre', organisationKind: 'commune' as const, language: 'fr' as const },
    ...{ answers: [], meetingIds: [] },
    ...more,
    ...{ email },
  });
  const come = (email: string, more: Partial<RegistrationWish> = {}, ip = '192.0.2.1') => register(services, scope, wish(email, more), ip);
  const rows = () => db.selectFrom('registrations').selectAll().where('editionId', '=', edition.id).orderBy('queueNumber').execute();
  const person = (familyName: string, email: string | null, more: Partial<PersonOfDelegation> = {}): PersonOfDelegation => ({
    ...{ id: crypto.randomUUID() as string, category: 'member', givenName: 'Maud', familyName, email, function: '' },
    ...{ answers: [], meetingIds: [] },
    ...more,
  });
  return { group, ines, organiser, organised, edition, slug, scope, eau, culture, climat, settle, wish, come, rows, person };
}

const OPEN: Settings = {
  ...{ opensOn: '2022-05-01', closesOn: null, capacity: null, categories: ['member', 'partner', 'press'] },
  ...{ takesSessions: true, information: '' },
};

type Settings = Parameters<typeof changeSettings>[1]['settings'];

/** The secret in the last link of a mail. */
export function tokenOf(text: string): string {
  return /\/registrations\/([\w-]+)/.exec(text)?.[1] ?? '';
}
