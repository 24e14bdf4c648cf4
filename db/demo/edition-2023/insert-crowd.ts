import { personKey } from '#app/model/directory.ts';
import { nameKey } from '#app/model/text.ts';
import type { Trx } from '#db/client.ts';
import { SESSIONS } from '../edition-2023.ts';
import { demoAddress, demoAddressOf } from '../network.ts';
import type { CrowdPerson } from './crowd.ts';
import { slugOf } from './meetings.ts';

const REGISTERED_AT = '2023-07-03T08:00:00Z';

interface Crowd {
  editionId: string;
  crowd: readonly CrowdPerson[];
  /** Draws the code of a badge. */
  badgeCode: () => string;
}

/**
 * What registering and the doors left of an edition that is over: registrations, people who came into the directory at the
 * door, their attendances, and the checks at the entrance. In few statements: verb by verb, hundreds of people would keep the
 * first start of a demo waiting.
 */
export async function insertCrowd(trx: Trx, { editionId, crowd, badgeCode }: Crowd): Promise<void> {
  await trx
    .insertInto('registrationSettings')
    .values({ editionId, opensOn: '2023-06-15', closesOn: '2023-09-15', capacity: 500 })
    .execute();
  const organisations = await insertOrganisations(trx, crowd);
  const people = await peopleOf(trx, crowd, organisations);
  const registrations = crowd.map((one, index) => ({
    ...{ id: crypto.randomUUID(), editionId, personId: one.days.length > 0 ? (people[index] ?? null) : null, cameAs: one.cameAs },
    ...{ state: 'registered' as const, category: one.category, givenName: one.givenName, familyName: one.familyName },
    ...{ nameKey: personKey(one.givenName, one.familyName), function: one.function, badgeCode: badgeCode(), createdAt: REGISTERED_AT },
    email: one.key ? demoAddress(one.key) : demoAddressOf(one.givenName, one.familyName),
    ...{ organisationName: one.organisation[0], organisationKind: one.organisation[1] },
  }));
  await trx.insertInto('registrations').values(registrations).execute();
  const meetings = await meetingsOf(trx, editionId);
  const places = crowd.flatMap(({ chose }, index) =>
    chose.flatMap((slug) => {
      const meetingId = meetings.get(slug);
      return meetingId ? [{ registrationId: registrations[index]?.id ?? '', meetingId, state: 'registered' as const }] : [];
    }),
  );
  await trx.insertInto('sessionRegistrations').values(places).execute();
  await insertAttendances(trx, { crowd, people, meetings });
  await insertChecks(trx, { editionId, crowd, registrations });
}

async function insertOrganisations(trx: Trx, crowd: readonly CrowdPerson[]): Promise<Map<string, string>> {
  const rows = new Map(
    crowd.map(({ organisation: [name, kind, country] }) => [name, { name, nameKey: nameKey(name), kind, country }] as const),
  );
  await trx
    .insertInto('organisations')
    .values([...rows.values()])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const found = await trx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('name', 'in', [...rows.keys()])
    .execute();
  return new Map(found.map(({ id, name }) => [name, id]));
}

/** Ids of the directory in the order of the crowd; those who did not come and were nobody's acquaintance are not in it. */
async function peopleOf(trx: Trx, crowd: readonly CrowdPerson[], organisations: ReadonlyMap<string, string>): Promise<(string | null)[]> {
  const addresses = crowd.flatMap(({ key }) => (key ? [demoAddress(key)] : []));
  const known = await trx.selectFrom('people').select(['id', 'email']).where('email', 'in', addresses).execute();
  const ids = new Map(known.map(({ id, email }) => [email, id]));
  const newcomers = crowd
    .filter(({ key, days }) => !key && days.length > 0)
    .map((one) => ({
      ...{ id: crypto.randomUUID(), givenName: one.givenName, familyName: one.familyName, function: one.function },
      ...{ nameKey: personKey(one.givenName, one.familyName), organisationId: organisations.get(one.organisation[0]) ?? null },
    }));
  await trx.insertInto('people').values(newcomers).execute();
  const byName = new Map(newcomers.map(({ id, nameKey: key }) => [key, id]));
  return crowd.map(
    ({ key, givenName, familyName }) => (key ? ids.get(demoAddress(key)) : byName.get(personKey(givenName, familyName))) ?? null,
  );
}

async function meetingsOf(trx: Trx, editionId: string): Promise<Map<string, string>> {
  const rows = await trx.selectFrom('meetings').select(['id', 'slug']).where('editionId', '=', editionId).execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** Those who have a role are there already. */
async function insertAttendances(
  trx: Trx,
  { crowd, people, meetings }: { crowd: readonly CrowdPerson[]; people: readonly (string | null)[]; meetings: ReadonlyMap<string, string> },
): Promise<void> {
  const startOf = new Map(SESSIONS.map((session) => [slugOf(session), session.start]));
  const rows = crowd.flatMap((one, index) =>
    one.cameTo.flatMap((slug) => {
      const [meetingId, personId, start] = [meetings.get(slug), people[index], startOf.get(slug)];
      if (!meetingId || !personId || !start || one.key) return [];
      const checkedInAt = Temporal.PlainDateTime.from(start)
        .toZonedDateTime('Europe/Paris')
        .subtract({ minutes: 5 })
        .toInstant()
        .toString();
      const [organisationName, organisationKind] = one.organisation;
      return [
        {
          ...{ meetingId, personId, givenName: one.givenName, familyName: one.familyName, function: one.function },
          ...{ organisationName, organisationKind, checkedInAt, answer: 'in_person' as const, notesAccess: 'read' as const },
        },
      ];
    }),
  );
  if (rows.length > 0) await trx.insertInto('attendances').values(rows).execute();
}

/** The checks at the entrance, by one phone; its door is closed since. */
async function insertChecks(
  trx: Trx,
  { editionId, crowd, registrations }: { editionId: string; crowd: readonly CrowdPerson[]; registrations: readonly { id: string }[] },
): Promise<void> {
  const door = { id: crypto.randomUUID(), editionId, name: 'Accueil', tokenHash: Buffer.from(crypto.getRandomValues(new Uint8Array(32))) };
  await trx
    .insertInto('checkInDoors')
    .values({ ...door, createdAt: REGISTERED_AT, revokedAt: '2023-09-20T08:00:00Z' })
    .execute();
  const phoneId = crypto.randomUUID();
  const events = crowd.flatMap(({ days }, index) =>
    days.map((day) => {
      const at = Temporal.PlainDate.from(day)
        .toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '09:40' })
        .add({ seconds: index * 9 })
        .toInstant()
        .toString();
      return {
        ...{ id: crypto.randomUUID(), editionId, doorId: door.id, registrationId: registrations[index]?.id ?? null, phoneId, day },
        ...{ kind: 'in' as const, at, phoneAt: at, receivedAt: at, warned: false, standing: 'taken' as const, outcome: 'counted' as const },
      };
    }),
  );
  await trx.insertInto('checkInEvents').values(events).execute();
}
