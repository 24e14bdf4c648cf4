const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether it is a UUID as pages, forms and sockets carry it (RFC 9562, lower case): anything else is the id of no row. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** A UUID; null: anything else. */
export function parseUuid(text: unknown): string | null {
  return isUuid(text) ? text : null;
}
