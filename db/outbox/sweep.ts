import type { Database } from '#db/client.ts';

/** Forgets mails that nobody wanted any more, among them those to addresses that are nobody's, and places in rows that are empty. */
export async function sweepOutbox(db: Database, before: string): Promise<void> {
  await db.deleteFrom('outboxMails').where('state', '=', 'withdrawn').where('createdAt', '<', before).execute();
  await db.deleteFrom('mailPace').where('freeAt', '<', before).execute();
}

/** Mails that still wait though every attempt would be over: whatever was to send them is lost. `before`: an instant, longer ago than all attempts take. */
export async function listStranded(db: Database, { before, now }: { before: string; now: string }): Promise<string[]> {
  const rows = await db
    .selectFrom('outboxMails')
    .select('id')
    .where('state', '=', 'queued')
    .where('createdAt', '<', before)
    .where((row) => row.or([row('turnAt', 'is', null), row('turnAt', '<', now)]))
    .orderBy('id')
    .limit(1000)
    .execute();
  return rows.map(({ id }) => id);
}
