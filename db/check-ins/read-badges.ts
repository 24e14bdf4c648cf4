import { sql } from 'kysely';
import type { RegistrationCategory } from '#app/model/registrations.ts';
import type { EditionScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import type { Executor } from '#db/client.ts';

/** Which badges: of those who have a place, of one category, those not printed yet; or one, whoever's it is. */
export interface BadgeChoice {
  category?: RegistrationCategory;
  onlyNew?: boolean;
  registrationId?: string;
}

/** What stands on badges, by name; those who wait or cancelled get one only when it is asked for. */
export async function listBadges(db: Executor, scope: EditionScope, choice: BadgeChoice, { limit }: { limit: number }) {
  return chosen(db, scope, choice)
    .select(['registrations.id', 'registrations.givenName', 'registrations.familyName', 'registrations.function'])
    .select(['registrations.organisationName', 'registrations.category', 'registrations.badgeCode'])
    .orderBy('registrations.nameKey')
    .orderBy('registrations.id')
    .limit(limit)
    .execute();
}

/** How many of each category have a place, and how many of them have no printed badge yet. */
export async function countBadges(db: Executor, scope: EditionScope) {
  const rows = await chosen(db, scope, {})
    .select((eb) => ['registrations.category', eb.fn.countAll<number>().as('all')])
    .select((eb) => eb.fn.countAll<number>().filterWhere('badgePrints.printedAt', 'is', null).as('fresh'))
    .groupBy('registrations.category')
    .execute();
  return rows.map(({ category, all, fresh }) => ({ category, all: Number(all), fresh: Number(fresh) }));
}

function chosen(db: Executor, { editionId }: EditionScope, { category, onlyNew, registrationId }: BadgeChoice) {
  return db
    .selectFrom('registrations')
    .leftJoin('badgePrints', 'badgePrints.registrationId', 'registrations.id')
    .where('registrations.editionId', '=', editionId)
    .$if(registrationId === undefined, (query) => query.where('registrations.state', '=', 'registered'))
    .$if(registrationId !== undefined, (query) => query.where('registrations.id', '=', registrationId ?? ''))
    .$if(category !== undefined, (query) => query.where('registrations.category', '=', category ?? 'member'))
    .$if(onlyNew === true, (query) => query.where('badgePrints.printedAt', 'is', null));
}

/** Whose names begin so, whatever their state; the first 20. */
export async function findBadges(db: Executor, { editionId }: EditionScope, name: string) {
  const words = nameKey(name).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return db
    .selectFrom('registrations')
    .select(['id', 'givenName', 'familyName', 'organisationName'])
    .where('editionId', '=', editionId)
    .where((eb) => eb.and(words.map((word) => eb(sql<string>`' ' || name_key`, 'like', `% ${word}%`))))
    .orderBy('nameKey')
    .orderBy('id')
    .limit(20)
    .execute();
}
