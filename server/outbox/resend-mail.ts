import { hasFailed } from '#app/model/outbox.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { forgetFailures } from '#db/outbox/addresses.ts';
import { lockMail, requeue } from '#db/outbox/resend.ts';
import { insertMails } from '#db/outbox/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { MailsScope } from './access.ts';
import { isUrgent, priorityOf } from './priority.ts';

export type ResentMail =
  | { ok: true }
  /** Not theirs to see, or swept away. */
  | { ok: false; reason: 'gone' }
  /** A link to sign in is asked for by the person alone. */
  | { ok: false; reason: 'personal' }
  /** It waits to be sent, was taken back, or its person wants no such mails. */
  | { ok: false; reason: 'not_resendable' };

interface Resend {
  viewer: Viewer;
  scope: MailsScope;
  mailId: string;
}

/**
 * Sends one mail once more, to the address that its person has today: a mail that did not arrive is put back into the
 * queue; one that did is followed by a second, at most one in ten minutes. Whoever asks for it trusts the address again.
 */
export async function resendMail(services: Services, { viewer, scope, mailId }: Resend): Promise<ResentMail> {
  return inTransaction(services.db, async (trx): Promise<ResentMail> => {
    const mail = await lockMail(trx, scope, mailId);
    if (!mail) return { ok: false, reason: 'gone' };
    if (isUrgent(mail.template)) return { ok: false, reason: 'personal' };
    const { state, toAddress, addressNow } = mail;
    if (!hasFailed(state) && state !== 'sent') return { ok: false, reason: 'not_resendable' };
    await forgetFailures(trx, [toAddress, addressNow]);
    let id: string | undefined = mailId;
    if (hasFailed(state)) await requeue(trx, [mailId]);
    else id = await copyMail(trx, { ...mail, addressNow }, services.clock.now());
    if (id) await services.jobs.enqueueAll(trx, 'send-mail', [{ data: { mailId: id }, priority: priorityOf(mail.template) }]);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'mail.resend', subjectType: 'outbox_mail', subjectId: mailId },
      detail: { was: state },
    });
    return { ok: true };
  });
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockMail>>>;

/** Undefined when it was sent once more a moment ago. */
async function copyMail(trx: Parameters<typeof lockMail>[0], mail: Locked, now: Temporal.Instant): Promise<string | undefined> {
  const { id, template, payload, personId, toName, language, addressNow } = mail;
  const tenMinutes = Math.floor(now.epochMilliseconds / 600_000);
  const copy = { template, payload: payload as object, personId, toName, language, toAddress: addressNow };
  const [written] = await insertMails(trx, [{ ...copy, dedupeKey: `again:${id}:${tenMinutes}`, againOf: id }]);
  return written?.id;
}
