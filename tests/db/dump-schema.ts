import type pg from 'pg';

const TABLES = `
  select c.relname as "table", string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely%' group by c.relname order by c.relname`;

// not-null constraints are rows of their own since PostgreSQL 18; the columns say it already
const CONSTRAINTS = `
  select conrelid::regclass::text as "table", format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
  from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n' and conrelid::regclass::text not like 'kysely%'
  order by 1, contype desc, conname`;

const INDEXES = `
  select tablename as "table", indexdef || ';' as line from pg_indexes
  where schemaname = 'public' and tablename not like 'kysely%' and indexname not in (select conname from pg_constraint) order by 1, indexname`;

const TRIGGERS = `
  select tgrelid::regclass::text as "table", pg_get_triggerdef(oid) || ';' as line from pg_trigger where not tgisinternal order by 1, tgname`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as line from pg_proc p where p.pronamespace = 'public'::regnamespace and prokind = 'f' order by proname`;

/** What a database holds, as SQL to read: the embedded PostgreSQL brings no pg_dump. */
export async function dumpSchema(pool: pg.Pool): Promise<string> {
  const of = async (query: string) => (await pool.query<{ table: string; line: string }>(query)).rows;
  const extras = [...(await of(CONSTRAINTS)), ...(await of(INDEXES)), ...(await of(TRIGGERS))];
  const tables = await pool.query<{ table: string; columns: string }>(TABLES);
  const parts = tables.rows.map(({ table, columns }) => {
    const lines = extras.filter((extra) => extra.table === table).map((extra) => extra.line);
    return [`create table ${table} (\n${columns}\n);`, ...lines].join('\n');
  });
  const functions = (await of(FUNCTIONS)).map((row) => row.line);
  return `-- What the migrations make, for reading. Refresh with: npx vitest run tests/db -u\n\n${[...parts, ...functions].join('\n\n')}\n`;
}
