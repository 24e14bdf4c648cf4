import { createHash } from 'node:crypto';

/** The id of something that an import makes, always the same for the same key: made twice it is one. A UUID version 8 (RFC 9562, 5.8). */
export function derivedId(importId: string, key: string): string {
  const bytes = createHash('sha256').update(`${importId} ${key}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
