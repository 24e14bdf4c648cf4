import type { TestDatabase } from '#tests/support/database.ts';

/** Names of the tables that hold a word, in whatever column and in capitals or not. */
export async function tablesWith({ pool }: TestDatabase, word: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string; bytes: string[] }>(`
    select table_name as name, coalesce(array_agg(column_name::text) filter (where data_type = 'bytea'), '{}') as bytes
    from information_schema.columns where table_schema = 'public' group by table_name order by table_name`);
  const found = await Promise.all(
    tables.map(async ({ name, bytes }) => {
      const raw = bytes.map((column) => `or position(convert_to($1, 'UTF8') in coalesce("${column}", ''::bytea)) > 0`).join(' ');
      const { rowCount } = await pool.query(`select 1 from "${name}" t where t::text ilike '%' || $1 || '%' ${raw} limit 1`, [word]);
      return rowCount ? [name] : [];
    }),
  );
  return found.flat();
}
