import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { forgetFailures } from '#db/outbox/addresses.ts';
import { lockFailed, requeue } from '#db/outbox/resend.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { MailsScope } from './access.ts';
import { PERSONAL_TEMPLATES } from './personal-mails.ts';
import { priorityOf } from './priority.ts';

/** Most mails that one click sends once more. */
export const MOST_AT_ONCE = 5000;

export type ResentMails =
  | { ok: true; count: number }
  /** Others failed, or arrived, since the number was shown: it is to be confirmed again. */
  | { ok: false; reason: 'count_changed'; count: number };

/** Sends all mails within the scope that did not arrive once more, if they are as many as the organiser confirmed. */
export async function resendFailed(
  services: Services,
  { viewer, scope, confirmed }: { viewer: Viewer; scope: MailsScope; confirmed: number },
): Promise<ResentMails> {
  return inTransaction(services.db, async (trx): Promise<ResentMails> => {
    const failed = await lockFailed(trx, scope, { but: PERSONAL_TEMPLATES, limit: MOST_AT_ONCE });
    if (failed.length !== confirmed) return { ok: false, reason: 'count_changed', count: failed.length };
    const ids = failed.map(({ id }) => id);
    await requeue(trx, ids);
    await forgetFailures(trx, [...new Set(failed.map(({ toAddress }) => toAddress))]);
    const jobs = failed.map(({ id, template }) => ({ data: { mailId: id }, priority: priorityOf(template) }));
    await services.jobs.enqueueAll(trx, 'send-mail', jobs);
    const subject =
      'meetingId' in scope ? { subjectType: 'meeting', subjectId: scope.meetingId } : { subjectType: 'network', subjectId: null };
    await recordAudit(trx, { personId: viewer.personId, action: 'mail.resend_failed', ...subject, detail: { count: failed.length } });
    return { ok: true, count: failed.length };
  });
}
