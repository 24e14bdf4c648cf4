import { type NotNull, sql } from 'kysely';
import type { VoterOrigin } from '#app/model/date-polls.ts';
import type { Language } from '#app/model/language.ts';
import type { Executor, Trx } from '#db/client.ts';
import { counted, stillAsked } from './still-asked.ts';

// Who is asked, as use cases write it and as mails reach them.

export interface NewVoter {
  personId: string;
  cameAs: Exclude<VoterOrigin, 'guest'>;
  required: boolean;
}

/**
 * Puts people on a poll's list; whoever is there already stays as they are, but for a guest who never answered: anybody may
 * have typed that address, so they are asked as everybody else. Returns the ids of those who are newly asked.
 */
export async function insertVoters(
  trx: Trx,
  { pollId, voters, now }: { pollId: string; voters: readonly NewVoter[]; now: string },
): Promise<string[]> {
  if (voters.length === 0) return [];
  const rows = await trx
    .insertInto('datePollVoters')
    // always in one order, so that two organisers adding at once never wait for each other
    .values(voters.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)).map((voter) => ({ ...voter, pollId, askedAt: now })))
    .onConflict((conflict) =>
      conflict
        .columns(['pollId', 'personId'])
        .doUpdateSet((eb) => ({
          cameAs: eb.ref('excluded.cameAs'),
          required: eb.ref('excluded.required'),
          askedAt: eb.ref('excluded.askedAt'),
        }))
        .where('datePollVoters.cameAs', '=', 'guest')
        .where('datePollVoters.answeredAt', 'is', null),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** A voter as a mail reaches them. */
export interface Addressee {
  voterId: string;
  personId: string | null;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  /** IANA name; null: a guest, of whom no clock is known. */
  timeZone: string | null;
}

/** Voters with an address who are still asked; `silent`: those of whom no answer came, and whom nobody wrote to since `before`. */
export async function listAddressees(
  db: Executor,
  pollId: string,
  only: { voterIds?: readonly string[]; silentBefore?: string; address?: string; lacking?: string } = {},
): Promise<Addressee[]> {
  let query = db
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .leftJoin('people', 'people.id', 'datePollVoters.personId')
    .select(['datePollVoters.id as voterId', 'datePollVoters.personId', 'people.timeZone'])
    .select([
      sql<string>`coalesce(people.given_name, date_poll_voters.given_name)`.as('givenName'),
      sql<string>`coalesce(people.family_name, date_poll_voters.family_name)`.as('familyName'),
      sql<Language>`coalesce(people.language, date_poll_voters.language)`.as('language'),
      addressOf.as('email'),
    ])
    .where('datePollVoters.pollId', '=', pollId)
    .where(addressOf, 'is not', null)
    .where(stillAsked())
    .orderBy('datePollVoters.id');
  // a guest who never answered may not even be who typed the address: they get the one mail that they asked for
  if (!only.voterIds && only.address === undefined) query = query.where(counted());
  if (only.voterIds) query = query.where('datePollVoters.id', 'in', only.voterIds.length > 0 ? [...only.voterIds] : [NOBODY]);
  if (only.address !== undefined) query = query.where(addressOf, '=', only.address);
  if (only.silentBefore !== undefined) {
    const before = only.silentBefore;
    query = query
      .where('datePollVoters.answeredAt', 'is', null)
      .where('datePollVoters.askedAt', '<=', before)
      .where((eb) => eb.or([eb('datePollVoters.remindedAt', 'is', null), eb('datePollVoters.remindedAt', '<=', before)]));
  }
  // who answered, but not about this date
  if (only.lacking !== undefined) query = query.where('datePollVoters.answeredAt', 'is not', null).where(lacks(only.lacking));
  return query.$narrowType<{ email: NotNull }>().execute();
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const addressOf = sql<string | null>`coalesce(people.email, nullif(date_poll_voters.email, ''))`;
const lacks = (optionId: string) => sql<boolean>`not exists (
  select from date_poll_votes where date_poll_votes.voter_id = date_poll_voters.id and date_poll_votes.option_id = ${optionId}::uuid)`;

/** Holds the ballots of a poll until the end of the transaction, so that whoever answers now is not reminded. */
export async function lockBallots(trx: Trx, pollId: string): Promise<void> {
  await trx.selectFrom('datePollVoters').select('id').where('pollId', '=', pollId).orderBy('id').forUpdate().execute();
}

export async function markReminded(trx: Trx, { voterIds, now }: { voterIds: readonly string[]; now: string }): Promise<void> {
  if (voterIds.length === 0) return;
  await trx
    .updateTable('datePollVoters')
    .set({ remindedAt: now })
    .where('id', 'in', [...voterIds])
    .execute();
}

/** False: there is no such voter (any more). */
export async function setRequired(
  trx: Trx,
  { pollId, voterId, required }: { pollId: string; voterId: string; required: boolean },
): Promise<boolean> {
  const row = await trx
    .updateTable('datePollVoters')
    .set({ required })
    .where('pollId', '=', pollId)
    .where('id', '=', voterId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes somebody off the list with what they said; their links go with them. */
export async function deleteVoter(trx: Trx, { pollId, voterId }: { pollId: string; voterId: string }): Promise<boolean> {
  const row = await trx
    .deleteFrom('datePollVoters')
    .where('pollId', '=', pollId)
    .where('id', '=', voterId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Those who count (see `counted`): whoever types addresses at the guest door fills no place. */
export async function countVoters(trx: Trx, pollId: string): Promise<{ voters: number; guests: number; organisations: number }> {
  return trx
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .leftJoin('people', 'people.id', 'datePollVoters.personId')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select([
      sql<number>`count(*)`.as('voters'),
      sql<number>`count(*) filter (where came_as = 'guest')`.as('guests'),
      sql<number>`count(distinct nullif(lower(coalesce(organisations.name, date_poll_voters.organisation_name)), ''))`.as('organisations'),
    ])
    .where('datePollVoters.pollId', '=', pollId)
    .where(stillAsked())
    .where(counted())
    .executeTakeFirstOrThrow();
}

/** Those who become attendees when a date is chosen: everybody who counts; guests who are not in the directory by what they typed. */
export async function listInvited(trx: Trx, pollId: string) {
  return trx
    .selectFrom('datePollVoters')
    .innerJoin('datePolls', 'datePolls.id', 'datePollVoters.pollId')
    .select(['datePollVoters.id', 'datePollVoters.personId', 'datePollVoters.givenName', 'datePollVoters.familyName'])
    .select(['datePollVoters.organisationName', 'datePollVoters.email', 'datePollVoters.language', 'datePollVoters.required'])
    .where('datePollVoters.pollId', '=', pollId)
    .where(stillAsked())
    .where(counted())
    .orderBy('datePollVoters.id')
    .execute();
}

/** A guest turned out to be, or became, somebody of the directory; nothing happens when that person is on the list besides. */
export async function nameGuest(
  trx: Trx,
  { pollId, voterId, personId }: { pollId: string; voterId: string; personId: string },
): Promise<void> {
  await trx
    .updateTable('datePollVoters')
    .set({ personId, email: '' })
    .where('id', '=', voterId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('datePollVoters as other')
            .select('other.id')
            .where('other.pollId', '=', pollId)
            .where('other.personId', '=', personId),
        ),
      ),
    )
    .execute();
}
