import type { Database } from '#db/client.ts';

export async function insertDemoMail(db: Database, mail: { toAddress: string; subject: string; raw: Buffer }): Promise<void> {
  await db.insertInto('demoMails').values(mail).execute();
}
