import { findClock } from '#db/reminders/read.ts';
import { advanceClock } from '#db/reminders/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { gatherDigests } from '#server/mail-preferences/gather-digests.ts';
import { givePlacesEverywhere } from '#server/registrations/give-places-now.ts';
import type { Services } from '#server/services.ts';
import { remindOfMeetings } from './remind-of-meetings.ts';

/** When what is due on a day is told: local time of the network. Then or as soon as the server is back. */
const MORNING = { hour: 7, minute: 30, zone: 'Europe/Paris' } as const;

/** A clock that was ahead of all others by more than this is not believed. */
const BELIEVABLE = { hours: 24 };

/**
 * The clockwork of what people are told by themselves, every few minutes: reminders of meetings, digests, and the morning's
 * reminders of deadlines. It looks at the time since it last ran to its end, so that a pause or a crash loses nothing; each
 * mail has its own key, so that running twice, or on two nodes at once, sends nothing twice.
 */
export async function runClock(services: Services): Promise<void> {
  const now = services.clock.now();
  const after = await lastRun(services, now);
  await remindOfMeetings(services, { after, now });
  await gatherDigests(services, now);
  await givePlacesEverywhere(services);
  await inTransaction(services.db, async (trx) => {
    if (morningWithin({ after, now })) await services.jobs.enqueue(trx, 'reminders', {});
    await advanceClock(trx, { to: now.toString(), latest: now.add(BELIEVABLE).toString() });
  });
}

/** The first time there is nothing to make up for. */
async function lastRun({ db }: Services, now: Temporal.Instant): Promise<Temporal.Instant> {
  const upTo = await findClock(db);
  return upTo ? Temporal.Instant.from(upTo) : now;
}

function morningWithin({ after, now }: { after: Temporal.Instant; now: Temporal.Instant }): boolean {
  const { zone, hour, minute } = MORNING;
  const plainTime = Temporal.PlainTime.from({ hour, minute });
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = [today, today.subtract({ days: 1 })];
  return days.some((day) => {
    const morning = day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
    return Temporal.Instant.compare(morning, after) > 0 && Temporal.Instant.compare(morning, now) <= 0;
  });
}
