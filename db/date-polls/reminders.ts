import type { NotNull } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { Executor } from '#db/client.ts';

/** Polls of which something may have to be told: neither closed nor withdrawn nor settled, and told of no passed deadline yet. */
export async function listPollsDue(db: Executor, { limit }: { limit: number }): Promise<{ id: string }[]> {
  return db
    .selectFrom('datePolls')
    .select('id')
    .where('closedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('settledAt', 'is', null)
    .where((eb) => eb.or([eb('toldDeadline', 'is', null), eb('toldDeadline', '!=', eb.ref('deadline'))]))
    .orderBy('deadline', 'desc')
    .limit(limit)
    .execute();
}

/** Who organises a poll: the organisers of its group and who asked, with an address. */
export async function listPollOrganisers(
  db: Executor,
  pollId: string,
): Promise<{ personId: string; givenName: string; familyName: string; email: string; language: Language }[]> {
  return db
    .selectFrom('datePolls')
    .innerJoin('people', (join) =>
      join.on((eb) =>
        eb.or([
          eb('people.id', '=', eb.ref('datePolls.createdBy')),
          eb(
            'people.id',
            'in',
            eb
              .selectFrom('memberships')
              .select('memberships.personId')
              .whereRef('memberships.groupId', '=', 'datePolls.groupId')
              .where('memberships.role', '=', 'organiser'),
          ),
        ]),
      ),
    )
    .select(['people.id as personId', 'people.givenName', 'people.familyName', 'people.email', 'people.language'])
    .where('datePolls.id', '=', pollId)
    .where('people.email', 'is not', null)
    .$narrowType<{ email: NotNull }>()
    .orderBy('people.id')
    .limit(50)
    .execute();
}
