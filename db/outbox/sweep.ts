import type { Database } from '#db/client.ts';

/** Forgets mails that nobody wanted any more, among them those to addresses that are nobody's. */
export async function sweepOutbox(db: Database, before: string): Promise<void> {
  await db.deleteFrom('outboxMails').where('state', '=', 'withdrawn').where('createdAt', '<', before).execute();
}
