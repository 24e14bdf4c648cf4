import { fullNameOf } from '#app/model/attendance.ts';
import { daysLate } from '#app/model/rapporteurs.ts';
import { morningFor } from '#app/model/reminders.ts';
import type { Trx } from '#db/client.ts';
import { listEditionOrganisers, listHandedIn, listUntoldEditions, takeTold } from '#db/rapporteurs/reminders.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import { holdEdition } from '#server/programme/hold-edition.ts';
import type { Services } from '#server/services.ts';
import { listDueReports } from './remind-rapporteurs.ts';

const MOST = 1000;
/** What was handed in before that is no news. */
const NEWS = { hours: 24 * 7 };

/**
 * One mail a morning to the organisers of each edition: which reports were handed in since they were last told, and that
 * some are late since today. Nothing on a morning without news. An edition is held while its mails are queued and remembers
 * up to when it told: a second run, or another node, finds nothing left.
 */
export async function tellOrganisersOfReports(services: Services): Promise<void> {
  const since = services.clock.now().subtract(NEWS).toString();
  const newlyLate = (await listDueReports(services)).filter(({ due, today }) => daysLate(due, today) === 1);
  const late = new Set(newlyLate.map(({ editionId }) => editionId));
  for (const editionId of new Set([...(await listUntoldEditions(services.db, { since, limit: MOST })), ...late]))
    await inTransaction(services.db, async (trx) => {
      await holdEdition(trx, editionId);
      const to = services.clock.now().toString();
      const from = (await takeTold(trx, { editionId, now: to })) ?? since;
      const news = await listHandedIn(trx, { from, to, editionId, limit: 1 });
      if (news.length > 0 || late.has(editionId)) await queueNews(trx, services, { editionId, from, to });
    });
}

async function queueNews(trx: Trx, services: Services, payload: { editionId: string; from: string; to: string }): Promise<void> {
  const now = services.clock.now();
  const day = now.toZonedDateTimeISO('Europe/Paris').toPlainDate();
  for (const person of await listEditionOrganisers(trx, payload.editionId)) {
    const { personId, email, language, timeZone } = person;
    if (!email) continue;
    await queueMail(trx, services, {
      ...{ template: 'reports-news', payload, personId, language, to: { address: email, name: fullNameOf(person) } },
      dedupeKey: `reports-news:${payload.editionId}:${personId}:${day}`,
      notBefore: morningFor(now, timeZone)?.toString() ?? null,
    });
  }
}
