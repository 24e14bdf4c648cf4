import { fullNameOf } from '#app/model/attendance.ts';
import { morningFor } from '#app/model/reminders.ts';
import { listOwnersToRemind, markReminded } from '#db/follow-ups/mail.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

const AT_ONCE = 500;

/**
 * Reminds whoever was told of an action the day before it is due, and once when it is late; one mail a person, at most one
 * a week, with all that is late or due within the week. Several processes may run it at once.
 */
export async function remindOwners(services: Services): Promise<void> {
  const now = services.clock.now().toString();
  for (;;) {
    const personIds = await listOwnersToRemind(services.db, now, { limit: AT_ONCE });
    for (const personId of personIds) await remind(services, personId, now);
    if (personIds.length < AT_ONCE) return;
  }
}

async function remind(services: Services, personId: string, now: string): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    const owner = await markReminded(trx, personId, now);
    if (!owner) return;
    const { email, language, followUpIds, timeZone } = owner;
    await queueMail(trx, services, {
      ...{ template: 'follow-up-reminder', payload: { followUpIds }, personId, to: { address: email, name: fullNameOf(owner) }, language },
      dedupeKey: `follow-up-reminder:${personId}:${now.slice(0, 10)}`,
      notBefore: morningFor(services.clock.now(), timeZone)?.toString() ?? null,
    });
  });
}
