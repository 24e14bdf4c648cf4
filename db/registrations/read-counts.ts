import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface RegistrationCounts {
  /** People with a place at the edition. */
  edition: number;
  /** People who wait for one. */
  waiting: number;
  /** By meeting id; a session that nobody asked for is absent. */
  bySession: Map<string, { registered: number; waiting: number }>;
}

/** How many people registered for an edition and each of its sessions. Public pages say it in words (app/model/registrations.ts, roomOf). */
export async function countRegistered(db: Executor, { editionId }: Pick<EditionScope, 'editionId'>): Promise<RegistrationCounts> {
  const [people, sessions] = await Promise.all([
    db
      .selectFrom('registrations')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .where('editionId', '=', editionId)
      .groupBy('state')
      .execute(),
    db
      .selectFrom('sessionRegistrations')
      .innerJoin('meetings', 'meetings.id', 'sessionRegistrations.meetingId')
      .select((eb) => ['sessionRegistrations.meetingId', 'sessionRegistrations.state', eb.fn.countAll<number>().as('count')])
      .where('meetings.editionId', '=', editionId)
      .groupBy(['sessionRegistrations.meetingId', 'sessionRegistrations.state'])
      .execute(),
  ]);
  const bySession: RegistrationCounts['bySession'] = new Map();
  for (const { meetingId, state, count } of sessions)
    bySession.set(meetingId, { ...(bySession.get(meetingId) ?? { registered: 0, waiting: 0 }), [state]: count });
  const countOf = (state: string) => people.find((row) => row.state === state)?.count ?? 0;
  return { edition: countOf('registered'), waiting: countOf('waiting'), bySession };
}
