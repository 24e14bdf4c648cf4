import { sql } from 'kysely';
import type { Leaves } from '#app/model/minutes-proof.ts';
import { REDACTED, type Redaction } from '#app/model/redaction.ts';
import type { Trx } from '#db/client.ts';
import { asText, type ColumnToRedact, redactTable } from './redact-table.ts';

export interface VersionToErase {
  number: number;
  note: string;
  /** null: it was redacted before. */
  content: string | null;
  internalContent: string | null;
  leaves: Leaves | null;
}

/** Every version that is out, oldest first. */
export async function listVersionsToErase(trx: Trx, minutesId: string): Promise<VersionToErase[]> {
  const rows = await trx
    .selectFrom('minutesVersions')
    .select(['number', 'note', 'content', 'internalContent', 'leaves'])
    .where('minutesId', '=', minutesId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, leaves: row.leaves as Leaves | null }));
}

/** Takes a version's texts and files away for good; `leaves` have lost the salts of what nobody reads any more. */
export async function eraseVersion(
  trx: Trx,
  { minutesId, number, note, leaves, at }: { minutesId: string; number: number; note: string; leaves: Leaves | null; at: string },
): Promise<void> {
  await trx
    .updateTable('minutesVersions')
    .set({
      ...{ content: null, internalContent: null, note, leaves: leaves && JSON.stringify(leaves) },
      redactedAt: sql`coalesce(redacted_at, ${at}::timestamptz)`,
    })
    .where('minutesId', '=', minutesId)
    .where('number', '=', number)
    .execute();
  await trx.deleteFrom('minutesFiles').where('minutesId', '=', minutesId).where('number', '=', number).execute();
}

/** Names that say nothing to people: ids, keys, addresses, codes. */
const SILENT = /(^id|_id|_key|_ids|slug|zone|language|edtf|hash|fingerprint|template|message_id)$/;
/** Versions change by `eraseVersion` alone. */
const APART = ['minutes_versions'];

interface Column {
  table: string;
  /** The column by which its rows belong to the meeting or its minutes. */
  owner: 'meeting_id' | 'minutes_id';
  columns: ColumnToRedact[];
}

/**
 * Redacts words in every row that belongs to a meeting or to its minutes, in whatever table: the catalogue of the database
 * says which those are, so that no table is forgotten that comes later. Columns that hold one of a few words (a check says
 * which) are left alone. Gives the tables in which anything changed.
 */
export async function redactRows(
  trx: Trx,
  { meetingId, minutesId, redaction }: { meetingId: string; minutesId: string; redaction: Redaction },
): Promise<string[]> {
  const owners = { meeting_id: meetingId, minutes_id: minutesId };
  const changed: string[] = [];
  const note = (table: string, { length }: readonly unknown[]) => {
    if (length > 0) changed.push(table);
  };
  for (const { table, owner, columns } of await listTexts(trx)) {
    const where = sql`${sql.ref(owner)} = ${owners[owner]}::uuid`;
    note(table, await redactTable(trx, { table, columns, where, redaction }));
  }
  const texts = ['title', 'summary', 'place_name', 'place_address', 'place_access', 'cancel_reason'];
  const whole = { table: 'meetings', columns: texts.map(asText) };
  note('meetings', await redactTable(trx, { ...whole, where: sql`id = ${meetingId}::uuid`, redaction }));
  const polls = sql`poll_id in (select id from live_polls where meeting_id = ${meetingId}::uuid)`;
  note('live_poll_options', await redactTable(trx, { table: 'live_poll_options', columns: [asText('label')], where: polls, redaction }));
  const mails = sql`payload::text like ${`%${meetingId}%`} or payload::text like ${`%${minutesId}%`}`;
  const payload = [{ name: 'payload', json: true }];
  note('outbox_mails', await redactTable(trx, { table: 'outbox_mails', columns: payload, where: mails, redaction }));
  note('attendances', await redactNames(trx, meetingId, redaction));
  note('follow_ups', await leaveWithoutOwner(trx, meetingId, redaction));
  return [...new Set(changed)];
}

async function listTexts(trx: Trx): Promise<Column[]> {
  const { rows } = await sql<{ table: string; owner: Column['owner']; columns: Column['columns'] }>`
    select owned.table_name as "table", owned.column_name as owner,
      json_agg(json_build_object('name', texts.column_name, 'json', texts.data_type = 'jsonb') order by texts.ordinal_position) as columns
    from information_schema.columns owned
    join information_schema.columns texts on texts.table_schema = 'public' and texts.table_name = owned.table_name
      and texts.data_type in ('text', 'jsonb')
    where owned.table_schema = 'public' and owned.column_name in ('meeting_id', 'minutes_id') and owned.data_type = 'uuid'
      and not owned.table_name = any(${APART})
      and not exists (
        select from pg_constraint
        where contype = 'c' and conrelid = ('public.' || quote_ident(owned.table_name))::regclass
          and pg_get_constraintdef(oid) like '%' || texts.column_name || ' = ANY%'
      )
    group by owned.table_name, owned.column_name
    order by owned.table_name`.execute(trx);
  return rows
    .map((row) => ({ ...row, columns: row.columns.filter(({ name }) => !SILENT.test(name)) }))
    .filter(({ columns }) => columns.length > 0);
}

/** A whole name is kept in two columns. */
async function redactNames(trx: Trx, meetingId: string, redaction: Redaction): Promise<unknown[]> {
  const people = await trx
    .selectFrom('attendances')
    .select(['id', 'givenName', 'familyName'])
    .where('meetingId', '=', meetingId)
    .limit(5000)
    .execute();
  const named = people.filter(({ givenName, familyName }) => redaction.touches(`${givenName} ${familyName}`));
  for (const { id } of named)
    await trx.updateTable('attendances').set({ givenName: '', familyName: REDACTED }).where('id', '=', id).execute();
  return named;
}

/** A follow-up that belongs to somebody in the directory would go on showing the name that was redacted. */
async function leaveWithoutOwner(trx: Trx, meetingId: string, redaction: Redaction): Promise<unknown[]> {
  const owned = await trx
    .selectFrom('followUps')
    .innerJoin('people', 'people.id', 'followUps.ownerId')
    .select(['followUps.id', 'people.givenName', 'people.familyName'])
    .where('followUps.meetingId', '=', meetingId)
    .limit(5000)
    .execute();
  const named = owned.filter(({ givenName, familyName }) => redaction.touches(`${givenName} ${familyName}`));
  for (const { id } of named) await trx.updateTable('followUps').set({ ownerId: null }).where('id', '=', id).execute();
  return named;
}
