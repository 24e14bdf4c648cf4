import type pg from 'pg';

const MARK = /^\s*-- prepared: ([a-z-]+)\n/;

/**
 * A statement that begins with the line `-- prepared: <name>` is parsed and planned once a connection, under that name,
 * instead of every time: what is asked forty times a second costs half. Its text must always be the same: several rows come
 * as arrays (unnest), not as a list of values as long as there are rows.
 */
export function prepareNamed(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((text: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? MARK.exec(text)?.[1] : undefined;
    if (name === undefined) return query(text, ...rest);
    const [values, ...others] = rest;
    return query({ name, text, values }, ...others);
  }) as typeof client.query;
}
