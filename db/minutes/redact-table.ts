import { sql } from 'kysely';
import { cutToFit, type Redaction } from '#app/model/redaction.ts';
import type { Trx } from '#db/client.ts';

/** Members of JSON that are codes. */
const CODES: ReadonlySet<string> = new Set(['kind', 'type', 'id', 'level', 'anchor', 'blockId', 'speakerId', 'assigneeId']);

export interface ColumnToRedact {
  name: string;
  json: boolean;
}

export const asText = (name: string): ColumnToRedact => ({ name, json: false });

interface TableToRedact {
  table: string;
  columns: readonly ColumnToRedact[];
  where: ReturnType<typeof sql>;
  redaction: Redaction;
}

/** Redacts these columns of some rows, each cut to what its check allows. Gives the rows that said it, as they were. */
export async function redactTable(trx: Trx, { table, columns, where, redaction }: TableToRedact): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ row: Record<string, unknown>; at: string }>`
    select ctid::text as at, to_jsonb(${sql.table(table)}) as row from ${sql.table(table)} where ${where} for update`.execute(trx);
  const limits = rows.length > 0 ? await readLimits(trx, table) : new Map<string, number>();
  const changed: Record<string, unknown>[] = [];
  for (const { row, at } of rows) {
    const now = columns.flatMap(({ name, json }) => {
      const value = row[name];
      if (value === null || value === undefined) return [];
      const redacted = json ? redaction.json(value, CODES) : redaction.text(String(value));
      if (JSON.stringify(redacted) === JSON.stringify(value)) return [];
      return [sql`${sql.ref(name)} = ${json ? JSON.stringify(redacted) : cutToFit(String(redacted), limits.get(name) ?? Infinity)}`];
    });
    if (now.length === 0) continue;
    await sql`update ${sql.table(table)} set ${sql.join(now)} where ctid = ${at}::tid`.execute(trx);
    changed.push(row);
  }
  return changed;
}

/** How many characters the columns of a table hold, as their checks say: the mark is longer than most words. */
async function readLimits(trx: Trx, table: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; most: number }>`
    select * from (
      select texts.attname as name, min(
        substring(pg_get_constraintdef(checks.oid) from 'char_length\\(' || texts.attname || '\\) <= (\\d+)')::integer
      ) as most
      from pg_constraint checks
      join pg_attribute texts on texts.attrelid = checks.conrelid and texts.attnum = any(checks.conkey)
      where checks.contype = 'c' and checks.conrelid = ('public.' || quote_ident(${table}))::regclass
      group by texts.attname
    ) limits where most is not null`.execute(trx);
  return new Map(rows.map(({ name, most }) => [name, most]));
}
