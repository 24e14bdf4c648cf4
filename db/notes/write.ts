import { sql } from 'kysely';
import type { RecordKind } from '#app/model/notes.ts';
import type { Database } from '#db/client.ts';

/** A row of note_records without its meeting; see NoteRecord in read.ts. */
export interface RecordToKeep {
  blockId: string;
  agendaItemId: string;
  kind: RecordKind;
  position: number;
  body: string;
  assigneeId: string | null;
  assignee: string;
  dueOn: string | null;
}

/** Makes the records of a meeting exactly these. Answers whether anything changed; rows that stay the same are not written. */
export async function replaceRecords(db: Database, meetingId: string, records: readonly RecordToKeep[]): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const ids = records.map(({ blockId }) => blockId);
    const removed = await trx
      .deleteFrom('noteRecords')
      .where('meetingId', '=', meetingId)
      .where(sql<boolean>`block_id <> all(${ids}::text[])`)
      .executeTakeFirst();
    if (records.length === 0) return removed.numDeletedRows > 0n;
    // as one JSON parameter: the number of parameters of a statement is limited, the number of records is not
    const written = await sql`
      insert into note_records as kept (meeting_id, block_id, agenda_item_id, kind, position, body, assignee_id, assignee, due_on)
      select ${meetingId}::uuid, r."blockId", r."agendaItemId", r.kind, r.position, r.body, r."assigneeId", r.assignee, r."dueOn"
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(
        "blockId" text, "agendaItemId" uuid, kind text, position integer, body text, "assigneeId" uuid, assignee text, "dueOn" date)
      on conflict (meeting_id, block_id) do update set
        agenda_item_id = excluded.agenda_item_id, kind = excluded.kind, position = excluded.position, body = excluded.body,
        assignee_id = excluded.assignee_id, assignee = excluded.assignee, due_on = excluded.due_on, updated_at = now()
      where (kept.agenda_item_id, kept.kind, kept.position, kept.body, kept.assignee_id, kept.assignee, kept.due_on)
        is distinct from
        (excluded.agenda_item_id, excluded.kind, excluded.position, excluded.body, excluded.assignee_id, excluded.assignee, excluded.due_on)`.execute(
      trx,
    );
    return removed.numDeletedRows > 0n || (written.numAffectedRows ?? 0n) > 0n;
  });
}
