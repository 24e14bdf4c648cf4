import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { forgetFailures } from '#db/outbox/addresses.ts';
import { lockMail } from '#db/outbox/resend.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { MailsScope } from './access.ts';

/** Tries mails to the address of this mail again, though some came back; says whether the mail is within the scope. */
export async function trustAddress(
  services: Services,
  { viewer, scope, mailId }: { viewer: Viewer; scope: MailsScope; mailId: string },
): Promise<boolean> {
  return inTransaction(services.db, async (trx) => {
    const mail = await lockMail(trx, scope, mailId);
    if (!mail) return false;
    await forgetFailures(trx, [mail.toAddress]);
    await recordAudit(trx, { personId: viewer.personId, action: 'mail.trust_address', subjectType: 'outbox_mail', subjectId: mailId });
    return true;
  });
}
