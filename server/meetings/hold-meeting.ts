import type { Trx } from '#db/client.ts';
import { lockMeeting, type MeetingState } from '#db/meetings/write.ts';
import { notFound } from '#server/refusals.ts';

/**
 * Takes a meeting for changing it: other changes wait until the transaction ends. Throws 404, as the gate would have, when
 * the gate was passed and somebody discarded the draft before its turn came.
 */
export async function holdMeeting(trx: Trx, meetingId: string): Promise<MeetingState> {
  return (await lockMeeting(trx, meetingId)) ?? notFound();
}
