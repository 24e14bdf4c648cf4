import { sql } from 'kysely';
import type { Executor } from '#db/client.ts';
import type { StoredLog } from '#db/notes/log.ts';

/** The stored notes of several meetings, as of one moment, and which sections their agendas have; two queries however many they are. */
export async function readLogs(
  db: Executor,
  meetingIds: readonly string[],
): Promise<{ logs: Map<string, StoredLog>; sections: Map<string, string[]> }> {
  const ids = sql`${sql.val([...meetingIds])}::uuid[]`;
  const [stored, items] = await Promise.all([
    sql<{ meetingId: string; id: number; body: Buffer; covers: boolean }>`
      select meeting_id, id, body, false as covers from note_updates where meeting_id = any(${ids})
      union all select meeting_id, upto, body, true from note_snapshots where meeting_id = any(${ids})
      order by id`.execute(db),
    sql<{ meetingId: string; id: string }>`
      select meeting_id, id from agenda_items where meeting_id = any(${ids}) order by meeting_id, position`.execute(db),
  ]);
  const logs = new Map<string, StoredLog>(meetingIds.map((id) => [id, { snapshot: null, rows: [] }]));
  for (const { meetingId, id, body, covers } of stored.rows) {
    const log = logs.get(meetingId);
    if (!log) continue;
    if (covers) log.snapshot = { upto: id, body };
    else log.rows.push({ id, body });
  }
  const sections = new Map<string, string[]>();
  for (const { meetingId, id } of items.rows) sections.set(meetingId, [...(sections.get(meetingId) ?? []), id]);
  return { logs, sections };
}
