import { fullNameOf } from '#app/model/attendance.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { markTold } from '#db/follow-ups/mail.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

/**
 * Tells everybody who has open actions in a group and was not told of them: one mail each, with all that is new. Only an
 * organiser's click does it: publishing tells nobody by itself. Answers to how many it wrote; twice at once writes once.
 */
export async function notifyOwners(services: Services, { viewer, scope }: { viewer: Viewer; scope: OrganisedGroup }): Promise<number> {
  const now = services.clock.now();
  return inTransaction(services.db, async (trx) => {
    const owners = await markTold(trx, scope, now.toString());
    // whoever clicks knows of their own
    const others = owners.filter(({ personId }) => personId !== viewer.personId);
    for (const owner of others) {
      const { personId, email, language, followUpIds } = owner;
      await queueMail(trx, services, {
        ...{ template: 'follow-up-assigned', payload: { followUpIds, by: viewer.personId } },
        ...{ personId, to: { address: email, name: fullNameOf(owner) }, language },
        dedupeKey: `follow-up-assigned:${personId}:${scope.groupId}:${now.epochMilliseconds}`,
      });
    }
    if (owners.length > 0)
      await recordAudit(trx, {
        ...{ personId: viewer.personId, action: 'follow_up.notify', subjectType: 'group', subjectId: scope.groupId },
        detail: { people: others.length },
      });
    return others.length;
  });
}
