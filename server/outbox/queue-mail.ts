import type { Language } from '#app/model/language.ts';
import { cleanLine } from '#app/model/text.ts';
import type { Trx } from '#db/client.ts';
import { insertMails } from '#db/outbox/write.ts';
import type { Services } from '#server/services.ts';
import type { MailPayloads, MailTemplateName } from './mails.ts';
import { priorityOf } from './priority.ts';

export interface MailToQueue<Name extends MailTemplateName> {
  template: Name;
  payload: MailPayloads[Name];
  /** Null for somebody who is not in the directory. */
  personId: string | null;
  to: { address: string; name: string };
  language: Language;
  /** The same news to the same person: a second mail with this key is not queued. */
  dedupeKey: string;
  /** Instant before which it does not leave. */
  notBefore?: string | null;
}

/** Any mail, its payload that of its template. */
export type AnyMailToQueue = { [Name in MailTemplateName]: MailToQueue<Name> }[MailTemplateName];

/** Queues a mail in the caller's transaction: it is sent after the commit, retried until it is taken, and never twice for one `dedupeKey`. */
export async function queueMail<Name extends MailTemplateName>(trx: Trx, services: Services, mail: MailToQueue<Name>): Promise<void> {
  await queueRows(trx, services, [mail], mail.notBefore ?? undefined);
}

/**
 * The same for many mails at once: two statements for each 1,000, instead of two for each. Gives how many are new.
 * They leave in their order, at the pace of sending, behind those that people wait for, and not before the instant `notBefore`.
 */
export async function queueMails(
  trx: Trx,
  services: Services,
  mails: readonly AnyMailToQueue[],
  { notBefore }: { notBefore?: string } = {},
): Promise<number> {
  let queued = 0;
  for (let start = 0; start < mails.length; start += AT_ONCE)
    queued += await queueRows(trx, services, mails.slice(start, start + AT_ONCE), notBefore);
  return queued;
}

// one statement for 5,000 would hold up the event loop for as long as it takes to write them as JSON
const AT_ONCE = 1000;

async function queueRows(trx: Trx, services: Services, mails: readonly MailToQueue<MailTemplateName>[], after?: string): Promise<number> {
  const rows = mails.map(({ to, notBefore: _, ...mail }) => ({ ...mail, toAddress: cleanLine(to.address), toName: cleanLine(to.name) }));
  const written = await insertMails(trx, rows);
  const jobs = written.map(({ id, template }) => ({ data: { mailId: id }, priority: priorityOf(template), ...(after && { after }) }));
  await services.jobs.enqueueAll(trx, 'send-mail', jobs);
  return written.length;
}
