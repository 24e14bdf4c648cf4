import { recordAudit } from '#db/audit/write.ts';
import { lockGathered } from '#db/outbox/gathered.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';

/**
 * Sends the news of a meeting's changes at once, which otherwise waits for further ones. Gives how many mails leave. Their
 * first jobs stay, and find nothing left to send.
 */
export async function sendNow(services: Services, { personId, scope }: { personId: string; scope: OrganisedMeeting }): Promise<number> {
  return inTransaction(services.db, async (trx) => {
    const mailIds = await lockGathered(trx, scope);
    await services.jobs.enqueueAll(
      trx,
      'send-mail',
      mailIds.map((mailId) => ({ data: { mailId } })),
    );
    if (mailIds.length > 0)
      await recordAudit(trx, {
        ...{ personId, action: 'mail.send-now', subjectType: 'meeting', subjectId: scope.meetingId },
        detail: { count: mailIds.length },
      });
    return mailIds.length;
  });
}
