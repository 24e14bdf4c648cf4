import type { MeetingScope } from '#app/model/scope.ts';
import type { Database, Executor } from '#db/client.ts';
import { mailsWithin } from './within.ts';

/** How many people wait for the news of a meeting's changes. */
export async function countGathered(db: Database, scope: MeetingScope): Promise<number> {
  const { count } = await gatheredMails(db, scope)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function gatheredMails(db: Executor, scope: MeetingScope) {
  return db
    .selectFrom('outboxMails')
    .where(mailsWithin(scope))
    .where('state', '=', 'queued')
    .where('template', '=', 'meeting-update')
    .where('attempts', '=', 0);
}
