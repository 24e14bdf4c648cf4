import type { Database } from '#db/client.ts';
import { putInSeries } from '#db/series/write.ts';

/** Makes the demo's meeting of this address one of a series, on the day that it is held. */
export async function joinSeries(db: Database, { slug, seriesId }: { slug: string; seriesId: string }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const meeting = await trx.selectFrom('meetings').select(['id', 'edtf']).where('slug', '=', slug).executeTakeFirst();
    if (meeting) await putInSeries(trx, { meetingId: meeting.id, seriesId, on: meeting.edtf.slice(0, 10), edtf: meeting.edtf });
  });
}
