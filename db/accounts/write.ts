import type { Language } from '#app/model/language.ts';
import type { Trx } from '#db/client.ts';

/** What a person edits of themselves. */
export interface Profile {
  givenName: string;
  familyName: string;
  language: Language;
  /** IANA name. */
  timeZone: string;
}

/** Whether the profile says this already: the same form sent twice is one edit. */
export async function hasProfile(trx: Trx, personId: string, { givenName, familyName, language, timeZone }: Profile): Promise<boolean> {
  const row = await trx
    .selectFrom('people')
    .select('id')
    .where((stored) => stored.and({ id: personId, givenName, familyName, language, timeZone }))
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the profile is no longer at this revision. */
export async function writeProfile(
  trx: Trx,
  personId: string,
  revision: number,
  profile: Profile & { nameKey: string; updatedAt: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('people')
    .set({ ...profile, revision: revision + 1 })
    .where('id', '=', personId)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
