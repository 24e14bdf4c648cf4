import type { Trx } from '#db/client.ts';
import type { Services } from '#server/services.ts';

/** Queues the news of a change for those invited to a meeting, in the transaction that changes it. */
export async function notifyInvitees(
  _trx: Trx,
  _services: Services,
  _news: { meetingId: string; what: 'updated' | 'cancelled' },
): Promise<void> {}
