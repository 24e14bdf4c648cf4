import { remindOfDatePolls } from './date-polls/morning.ts';
import { remindOwners } from './follow-ups/remind-owners.ts';
import { remindRapporteurs } from './rapporteurs/remind-rapporteurs.ts';
import { tellOrganisersOfReports } from './rapporteurs/tell-organisers.ts';
import { remindOfReviews } from './reviews/morning.ts';
import type { Services } from './services.ts';

/** What people are told of in the morning. Each finds what is due, and queues a mail at most once for it. */
const REMINDERS: readonly ((services: Services) => Promise<void>)[] = [
  remindOwners,
  remindOfReviews,
  remindOfDatePolls,
  remindRapporteurs,
  tellOrganisersOfReports,
];

/** Runs every reminder; one that fails keeps none of the others, and is tried again with the job. */
export async function sendReminders(services: Services): Promise<void> {
  const results = await Promise.allSettled(REMINDERS.map((remind) => remind(services)));
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (faults.length > 0) throw new AggregateError(faults, 'Some reminders could not be queued.');
}
