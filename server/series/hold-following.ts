import type { Trx } from '#db/client.ts';
import { type Following, listFollowing } from '#db/series/read-following.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { OrganisedSeries } from './access.ts';

/** More than a series makes at once: rules that were prolonged several times. */
export const FOLLOWING = 240;

/** The following meetings, each held until the transaction ends: always in one order, after their series. */
export async function holdFollowing(
  trx: Trx,
  scope: OrganisedSeries,
  { since, now }: { since: string | null; now: string },
): Promise<Following[]> {
  const asked = { since, now, limit: FOLLOWING };
  for (const { id } of await listFollowing(trx, scope, asked)) await holdMeeting(trx, id);
  // as they are now that nobody else changes them
  return listFollowing(trx, scope, asked);
}

/** Thrown to take back what the transaction wrote: members came or went since their number was shown. */
export class CountChanged extends Error {
  readonly count: number;
  constructor(count: number) {
    super('Members came or went since their number was shown.');
    this.count = count;
  }
}
