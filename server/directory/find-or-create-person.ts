import { personKey } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { Trx } from '#db/client.ts';
import { findKnownPeople, findTiedElsewhere, type KnownPerson } from '#db/directory/match.ts';
import { fillPerson, insertPeople } from '#db/directory/write.ts';

export interface PersonWish {
  /** Id for a new record, from the form: the same form sent twice makes one person. */
  id?: string;
  /** Names cleaned by cleanLine, at most 100 characters; the family name may not be empty. */
  givenName: string;
  familyName: string;
  /** As parseEmail gives it; null: listed and quoted, never written to. */
  email: string | null;
  function: string;
  organisationId: string | null;
  language?: Language;
  timeZone?: string;
}

/**
 * The person meant: who has this e-mail address; else who has this name in this organisation; else somebody new.
 * Blanks of a known record are filled (function, organisation); its e-mail address only when the person belongs to no
 * other group than `forGroupId`: an address opens the mailbox's owner every group of that person.
 */
export async function findOrCreatePerson(trx: Trx, wish: PersonWish, forGroupId: string): Promise<{ id: string; created: boolean }> {
  const nameKey = personKey(wish.givenName, wish.familyName);
  const known = await findKnownPeople(trx, {
    nameKeys: [nameKey],
    emails: wish.email ? [wish.email] : [],
    ids: wish.id ? [wish.id] : [],
  });
  const sure = known.find((one) => one.id === wish.id) ?? known.find((one) => wish.email !== null && one.email === wish.email);
  if (sure) return { id: sure.id, created: false };
  const same = known.find((one) => isSamePlace(one, wish) && (one.email === null || wish.email === null));
  if (same && (wish.email === null || (await findTiedElsewhere(trx, [same.id], [forGroupId])).size === 0)) {
    await fillPerson(trx, same.id, blanksOf(same, wish, wish.email !== null));
    return { id: same.id, created: false };
  }
  const [id] = await insertPeople(trx, [{ ...wish, nameKey }]);
  if (id) return { id, created: true };
  // somebody else wrote the same address or sent the same form at the same moment, and was first
  const [first] = await findKnownPeople(trx, { nameKeys: [], emails: wish.email ? [wish.email] : [], ids: wish.id ? [wish.id] : [] });
  if (!first) throw new Error('A person could neither be inserted nor found.');
  return { id: first.id, created: false };
}

function isSamePlace(one: KnownPerson, wish: PersonWish): boolean {
  return one.organisationId === wish.organisationId;
}

/** What a known record lacks and a wish brings. */
export function blanksOf(
  known: KnownPerson,
  wish: PersonWish,
  mayFillEmail: boolean,
): { email?: string; function?: string; organisationId?: string } {
  return {
    ...(mayFillEmail && known.email === null && wish.email !== null ? { email: wish.email } : {}),
    ...(known.function === '' && wish.function !== '' ? { function: wish.function } : {}),
    ...(known.organisationId === null && wish.organisationId !== null ? { organisationId: wish.organisationId } : {}),
  };
}
