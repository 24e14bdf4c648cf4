import type { Facilitation } from '#app/model/facilitation.ts';
import { findFacilitation } from '#db/facilitation/read.ts';
import type { Services } from '#server/services.ts';

/** Where a meeting is now, for whoever may read its notes: the caller has looked. A meeting that is no more is not begun. */
export async function readFacilitation({ db, clock }: Pick<Services, 'db' | 'clock'>, meetingId: string): Promise<Facilitation> {
  return findFacilitation(db, meetingId, clock.now().toString());
}
