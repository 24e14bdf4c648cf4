import { nameKey } from '#app/model/text.ts';
import type { Trx } from '#db/client.ts';
import { EDITION } from './edition-2023.ts';
import { GROUPS, THEMES } from './groups.ts';
import { type DemoPersonKey, demoAddress, ORGANISATIONS, PEOPLE } from './network.ts';

export interface DemoIds {
  people: Map<DemoPersonKey, string>;
  groups: Map<string, string>;
  themes: Map<string, string>;
  editions: Map<string, string>;
}

/** True while nobody is in the network: the demo never touches one that lives. */
export async function isEmptyNetwork(trx: Trx): Promise<boolean> {
  const someone = await trx.selectFrom('people').select('id').limit(1).executeTakeFirst();
  return someone === undefined;
}

/** Organisations, people, groups, themes and the edition; returns their ids by their keys. */
export async function insertNetwork(trx: Trx): Promise<DemoIds> {
  const organisations = new Map<string, string>();
  for (const [key, [name, kind, country]] of Object.entries(ORGANISATIONS)) {
    const row = { name, nameKey: nameKey(name), kind, country };
    organisations.set(key, (await trx.insertInto('organisations').values(row).returning('id').executeTakeFirstOrThrow()).id);
  }
  const people: DemoIds['people'] = new Map();
  for (const [key, person] of Object.entries(PEOPLE) as [DemoPersonKey, (typeof PEOPLE)[DemoPersonKey]][]) {
    const row = {
      givenName: person.given,
      familyName: person.family,
      nameKey: nameKey(`${person.given} ${person.family}`),
      email: demoAddress(key),
      function: person.function,
      organisationId: organisations.get(person.organisation) ?? null,
      timeZone: 'timeZone' in person && typeof person.timeZone === 'string' ? person.timeZone : 'Europe/Paris',
    };
    people.set(key, (await trx.insertInto('people').values(row).returning('id').executeTakeFirstOrThrow()).id);
  }
  const groups = await insertGroups(trx, people);
  const themes = new Map<string, string>();
  for (const [slug, name] of Object.entries(THEMES))
    themes.set(slug, (await trx.insertInto('themes').values({ slug, name }).returning('id').executeTakeFirstOrThrow()).id);
  const raict = groups.get('raict');
  if (!raict) throw new Error('The demo has no group that holds the RAICT.');
  const edition = await trx
    .insertInto('editions')
    .values({ ...EDITION, groupId: raict })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { people, groups, themes, editions: new Map([[EDITION.slug, edition.id]]) };
}

async function insertGroups(trx: Trx, people: DemoIds['people']): Promise<Map<string, string>> {
  const groups = new Map<string, string>();
  for (const group of GROUPS) {
    const row = { slug: group.slug, name: group.name, kind: group.kind, country: group.country ?? null, description: group.description };
    const { id } = await trx.insertInto('groups').values(row).returning('id').executeTakeFirstOrThrow();
    groups.set(group.slug, id);
    const roles = [
      ...group.organisers.map((key) => ({ key, role: 'organiser' as const })),
      ...group.members.map((key) => ({ key, role: 'member' as const })),
      ...(group.observers ?? []).map((key) => ({ key, role: 'observer' as const })),
    ];
    const rows = roles.flatMap(({ key, role }) => {
      const personId = people.get(key);
      return personId ? [{ groupId: id, personId, role }] : [];
    });
    await trx.insertInto('memberships').values(rows).execute();
  }
  return groups;
}
