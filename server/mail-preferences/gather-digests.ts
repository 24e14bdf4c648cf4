import { listWaitingReaders, takeDigest, type WaitingReader } from '#db/mail-preferences/digests.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMail } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

const AT_ONCE = 500;
/** What was kept longer than this is no news any more. */
export const NEWS_FOR = { hours: 30 * 24 };

/**
 * Queues the digest of everybody whose hour has come since something was kept for them: one mail for each reader and day.
 * A server that was away at that hour makes it up. Several nodes may do it at once.
 */
export async function gatherDigests(services: Services, now: Temporal.Instant): Promise<void> {
  const after = now.subtract(NEWS_FOR).toString();
  let from = '';
  for (;;) {
    const readers = await listWaitingReaders(services.db, { after, from, limit: AT_ONCE });
    for (const reader of readers) {
      const hour = lastHour(reader, now);
      if (Temporal.Instant.compare(reader.since, hour.toInstant()) < 0) await gather(services, reader, { hour, now, after });
    }
    const last = readers.at(-1);
    if (readers.length < AT_ONCE || !last) return;
    from = last.toAddress;
  }
}

/** The reader's latest hour of digests that is not to come: today's or yesterday's, on their clock. */
export function lastHour(
  { timeZone, digestHour }: { timeZone: string; digestHour: number },
  now: Temporal.Instant,
): Temporal.ZonedDateTime {
  const plainTime = Temporal.PlainTime.from({ hour: digestHour });
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const hour = today.toZonedDateTime({ timeZone, plainTime });
  return Temporal.Instant.compare(hour.toInstant(), now) <= 0 ? hour : today.subtract({ days: 1 }).toZonedDateTime({ timeZone, plainTime });
}

async function gather(
  services: Services,
  { toAddress, personId, toName, language }: WaitingReader,
  { hour, now, after }: { hour: Temporal.ZonedDateTime; now: Temporal.Instant; after: string },
): Promise<void> {
  const day = hour.toPlainDate().toString();
  await inTransaction(services.db, async (trx) => {
    const digestId = await takeDigest(trx, { toAddress, day, after, now: now.toString() });
    if (!digestId) return;
    await queueMail(trx, services, {
      ...{ template: 'digest', payload: { digestId }, personId, to: { address: toAddress, name: toName }, language },
      dedupeKey: `digest:${digestId}`,
    });
  });
}
