import { sql } from 'kysely';
import type { Trx } from '#db/client.ts';

/**
 * Keeps the feeds right about a locked meeting that is about to be written or deleted: who subscribed to a public one that
 * will be public no more must see it go, not find it missing; one that comes back has a higher SEQUENCE than its
 * cancellation. `now` is an ISO instant.
 */
export async function followVisibility(trx: Trx, { id, isPublic, now }: { id: string; isPublic: boolean; now: string }): Promise<void> {
  const changed = isPublic ? await putBack(trx, id) : await withdraw(trx, id, now);
  if (changed === undefined) return;
  await trx
    .updateTable('meetings')
    .set((eb) => ({ sequence: eb(eb.fn<number>('greatest', ['sequence', eb.val(changed)]), '+', isPublic ? 1 : 0) }))
    .where('id', '=', id)
    .execute();
}

/** The SEQUENCE under which the meeting is withdrawn; undefined: it was not public, or is over. */
async function withdraw(trx: Trx, id: string, now: string): Promise<number | undefined> {
  // those whose date has passed have left the feeds
  await trx.deleteFrom('withdrawnMeetings').where(sql`upper(during)`, '<', sql`${now}::timestamptz - interval '2 days'`).execute();
  const { rows } = await sql<{ sequence: number }>`
    insert into withdrawn_meetings
      (meeting_id, group_id, edition_id, kind, theme_slugs, countries, edtf, time_zone, during, sequence, created_at, withdrawn_at)
    select id, group_id, edition_id, kind,
      array(select slug from themes join meeting_themes on theme_id = themes.id where meeting_id = meetings.id order by slug),
      array(select country from meeting_countries where meeting_id = meetings.id order by country),
      edtf, time_zone, during, sequence + 1, created_at, ${now}
    from meetings
    where id = ${id} and status <> 'draft' and visibility = 'public' and upper(during) > ${now}::timestamptz
    on conflict (meeting_id) do update set sequence = excluded.sequence, withdrawn_at = excluded.withdrawn_at
    returning sequence`.execute(trx);
  return rows[0]?.sequence;
}

/** The SEQUENCE under which it had been withdrawn; undefined: it had not. */
async function putBack(trx: Trx, id: string): Promise<number | undefined> {
  const row = await trx.deleteFrom('withdrawnMeetings').where('meetingId', '=', id).returning('sequence').executeTakeFirst();
  return row?.sequence;
}
