/** The revision that a form was filled from, within what a row can count to; null: no page of ours wrote it. */
export function parseRevision(field: unknown): number | null {
  return typeof field === 'string' && /^[1-9]\d{0,8}$/.test(field) ? Number(field) : null;
}
