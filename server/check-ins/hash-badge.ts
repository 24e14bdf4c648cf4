import { createHash } from 'node:crypto';

/** 132 bits name a badge well enough, and a list of thousands stays light. */
const CHARACTERS = 22;

/** What door phones hold of a badge's code (app/check-ins/hash-badge.ts computes the same). */
export function hashBadge(salt: Uint8Array, code: string): string {
  return createHash('sha256').update(salt).update(code).digest('base64url').slice(0, CHARACTERS);
}
