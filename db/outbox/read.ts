import type { DemoScope } from '#app/model/scope.ts';
import type { Database } from '#db/client.ts';

/** The latest mails of the demo, newest first, without their bodies. */
export async function listDemoMails(db: Database, _demo: DemoScope, limit: number) {
  return db
    .selectFrom('demoMails')
    .select(['id', 'toAddress', 'subject', 'receivedAt'])
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** One mail as it came over the wire. */
export async function readDemoMail(db: Database, _demo: DemoScope, id: string) {
  return db.selectFrom('demoMails').select(['id', 'receivedAt', 'raw']).where('id', '=', id).executeTakeFirst();
}
