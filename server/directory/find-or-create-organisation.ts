import { guessOrganisationKind, type OrganisationKind, organisationKey } from '#app/model/directory.ts';
import type { Trx } from '#db/client.ts';
import { findKnownOrganisations, type KnownOrganisation } from '#db/directory/match.ts';
import { insertOrganisations } from '#db/directory/write.ts';

export interface OrganisationWish {
  /** Already cleaned (cleanLine), 1 to 200 characters. */
  name: string;
  /** ISO 3166-1 alpha-2; without it any organisation of this name is meant, and a new one is French. */
  country?: string;
  /** Without it the name tells (guessOrganisationKind). */
  kind?: OrganisationKind;
}

/** The organisation of this name, however it is accented or capitalised; created when nobody wrote it before. */
export async function findOrCreateOrganisation(trx: Trx, wish: OrganisationWish): Promise<{ id: string; name: string }> {
  const [found] = await findOrCreateOrganisations(trx, [wish]);
  if (!found) throw new Error(`No organisation was found or created for the name ${JSON.stringify(wish.name)}.`);
  return found;
}

/** The same for many, in three statements; the answers stand in the order of the wishes. */
export async function findOrCreateOrganisations(trx: Trx, wishes: readonly OrganisationWish[]): Promise<{ id: string; name: string }[]> {
  const keys = [...new Set(wishes.map((wish) => organisationKey(wish.name)))];
  if (keys.length === 0) return [];
  const before = await findKnownOrganisations(trx, keys);
  const missing = wishes.filter((wish) => !pick(before, wish));
  const news = new Map<string, OrganisationWish>();
  for (const wish of missing) {
    const key = `${wish.country ?? 'FR'} ${organisationKey(wish.name)}`;
    const other = news.get(key);
    // of two ways to write it, the one that is not all capitals: it has its accents
    if (!other || other.name === other.name.toUpperCase()) news.set(key, wish);
  }
  await insertOrganisations(
    trx,
    [...news.values()].map((wish) => ({
      name: wish.name,
      nameKey: organisationKey(wish.name),
      kind: wish.kind ?? guessOrganisationKind(wish.name),
      country: wish.country ?? 'FR',
    })),
  );
  const known = missing.length > 0 ? await findKnownOrganisations(trx, keys) : before;
  return wishes.map((wish) => {
    const found = pick(known, wish);
    if (!found) throw new Error(`No organisation was found or created for the name ${JSON.stringify(wish.name)}.`);
    return { id: found.id, name: found.name };
  });
}

function pick(known: readonly KnownOrganisation[], wish: OrganisationWish): KnownOrganisation | undefined {
  const key = organisationKey(wish.name);
  return known.find((one) => one.nameKey === key && (wish.country === undefined || one.country === wish.country));
}
