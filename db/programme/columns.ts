import { sql } from 'kysely';

/** An hour as 'HH:MM'. */
export function hourText(column: 'startsAt' | 'endsAt') {
  return sql<string>`to_char(${sql.ref(`slots.${column}`)}, 'HH24:MI')`;
}
