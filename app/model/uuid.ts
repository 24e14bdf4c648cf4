/** A UUID as forms carry it (RFC 9562, lower case); null: anything else. */
export function parseUuid(text: unknown): string | null {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null;
}
