import { type DatePollState, datePollState } from '#app/model/date-polls.ts';
import type { Trx } from '#db/client.ts';
import { type LockedPoll, lockPoll } from '#db/date-polls/write.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/**
 * Takes a poll for changing it ('update'), or for answering it while it stays as it is ('share'). Throws 404, as the gate
 * would have, when it was passed and the poll is no more.
 */
export async function holdPoll(
  trx: Trx,
  services: Services,
  pollId: string,
  how: 'share' | 'update',
): Promise<LockedPoll & { state: DatePollState }> {
  const poll = (await lockPoll(trx, pollId, how)) ?? notFound();
  return { ...poll, state: datePollState(poll, services.clock.now()) };
}

/** Why nothing can be asked or answered any more: the closed union of refusals that a state gives. */
export type NotOpen = { ok: false; reason: 'not_open'; state: Exclude<DatePollState, 'open'> };

export function notOpen(state: DatePollState): NotOpen | null {
  return state === 'open' ? null : { ok: false, reason: 'not_open', state };
}
