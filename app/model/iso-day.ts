/**
 * A day of the calendar (ISO 8601, '2022-09-30'); null for anything else, and for days that no month has. Without Temporal:
 * whoever reads or writes notes may have a browser that lacks it.
 */
export function parseIsoDay(text: unknown): string | null {
  const found = typeof text === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null;
  if (!found) return null;
  const [, year, month, day] = found.map(Number);
  // the Date constructor takes years below 100 for those of the twentieth century
  const at = new Date(0);
  at.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day ?? 0);
  return at.getUTCMonth() + 1 === month && at.getUTCDate() === day ? found[0] : null;
}
