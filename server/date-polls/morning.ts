import { daysUntil } from '#app/model/date-polls.ts';
import { listPollsDue } from '#db/date-polls/reminders.ts';
import { markTold } from '#db/date-polls/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { holdPoll } from './hold-poll.ts';
import { tellOrganisers } from './queue-poll-mail.ts';
import { queueReminders } from './remind-voters.ts';

/** Most polls that one morning looks after. */
const MOST = 1000;

/**
 * What is told of polls in the morning: a reminder two days before the deadline (the day before, when the server was down) to
 * those who are silent; after it the best dates, to organisers. Each poll is held while its mails are queued and remembers
 * what was told: a second run, or another node, finds nothing left.
 */
export async function remindOfDatePolls(services: Services): Promise<void> {
  for (const { id: pollId } of await listPollsDue(services.db, { limit: MOST })) {
    await inTransaction(services.db, async (trx) => {
      const poll = await holdPoll(trx, services, pollId, 'update');
      const left = daysUntil(poll.deadline, poll.timeZone, services.clock.now());
      if (poll.state === 'open' && left === 2) await queueReminders(trx, services, poll);
      // for a server that was down the day before; who got their mail then is left in peace
      if (poll.state === 'open' && left === 1) await queueReminders(trx, services, poll, { peace: { hours: 36 } });
      if (poll.state !== 'over' || poll.toldDeadline === poll.deadline) return;
      const { deadline } = poll;
      const dedupeKey = `date-poll-closed:${pollId}:${deadline}`;
      await tellOrganisers(trx, services, pollId, { template: 'date-poll-closed', payload: { pollId, deadline }, dedupeKey });
      await markTold(trx, pollId, deadline);
    });
  }
}
