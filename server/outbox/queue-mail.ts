import type { Language } from '#app/model/language.ts';
import { cleanLine } from '#app/model/text.ts';
import type { Trx } from '#db/client.ts';
import { insertMail } from '#db/outbox/write.ts';
import type { Services } from '#server/services.ts';
import type { MailPayloads, MailTemplateName } from './mails.ts';

export interface MailToQueue<Name extends MailTemplateName> {
  template: Name;
  payload: MailPayloads[Name];
  /** Null for somebody who is not in the directory. */
  personId: string | null;
  to: { address: string; name: string };
  language: Language;
  /** The same news to the same person: a second mail with this key is not queued. */
  dedupeKey: string;
}

/** Queues a mail in the caller's transaction: it is sent after the commit, retried until it is taken, and never twice for one `dedupeKey`. */
export async function queueMail<Name extends MailTemplateName>(trx: Trx, services: Services, mail: MailToQueue<Name>): Promise<void> {
  const { to, ...rest } = mail;
  const mailId = await insertMail(trx, { ...rest, toAddress: cleanLine(to.address), toName: cleanLine(to.name) });
  if (mailId) await services.jobs.enqueue(trx, 'send-mail', { mailId });
}
