import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { Executor, Trx } from '#db/client.ts';
import type { DB } from '#db/schema.ts';

// Who came by the guest link. Until something comes by the link that their mail brought, anybody may have typed the address.

export interface GuestName {
  givenName: string;
  familyName: string;
  organisationName: string;
  language: Language;
}

export interface NewGuest extends GuestName {
  pollId: string;
  /** Of the directory, when the address is somebody's; the other columns are then theirs and stay empty. */
  personId: string | null;
  email: string;
  askedAt: string;
}

/** A guest of a poll; null: this address, or person, is on the list already. */
export async function insertGuest(trx: Trx, guest: NewGuest): Promise<string | null> {
  const row = await trx
    .insertInto('datePollVoters')
    .values({ ...guest, cameAs: 'guest' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Asked for once more: an unproven guest stays from `now` on, under the name that was typed last, so that whoever typed the
 * address first does not name its owner. Proven guests and everybody else stay as they are.
 */
export async function renewGuest(
  trx: Trx,
  { pollId, email, name, now }: { pollId: string; email: string; name: GuestName; now: string },
): Promise<void> {
  const { givenName, familyName, organisationName, language } = name;
  const again = trx.updateTable('datePollVoters').where('pollId', '=', pollId).where(unproven());
  await again
    .set({ givenName, familyName, organisationName, language, askedAt: now })
    .where('personId', 'is', null)
    .where('email', '=', email)
    .execute();
  await again
    .set({ askedAt: now })
    .where('personId', 'in', (eb) => eb.selectFrom('people').select('people.id').where('people.email', '=', email))
    .execute();
}

/** Whether an answer of this voter would make one more guest who counts. */
export async function isNewGuest(db: Executor, voterId: string): Promise<boolean> {
  const row = await db
    .selectFrom('datePollVoters')
    .select('id')
    .where('id', '=', voterId)
    .where('cameAs', '=', 'guest')
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets the unproven guests of every poll who were last asked for before an instant, with their links. */
export async function sweepGuests(db: Executor, before: string): Promise<void> {
  await db.deleteFrom('datePollVoters').where(unproven()).where('askedAt', '<', before).execute();
}

/** Neither an answer nor a word nor a date came by the guest's own link. */
function unproven(): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'datePollVoters'>();
  return eb.and([
    eb('datePollVoters.cameAs', '=', 'guest'),
    eb('datePollVoters.answeredAt', 'is', null),
    eb('datePollVoters.comment', '=', ''),
    eb.not(
      eb.exists(
        eb.selectFrom('datePollOptions').select('datePollOptions.id').whereRef('datePollOptions.proposedBy', '=', 'datePollVoters.id'),
      ),
    ),
  ]);
}
