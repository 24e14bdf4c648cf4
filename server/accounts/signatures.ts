import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Env } from '#server/env.ts';

/** A signature that only this product can make (HMAC-SHA-256, base64url). `purpose` keeps one for this from serving for that. */
export function sign(env: Pick<Env, 'sessionSecret'>, purpose: string, text: string): string {
  // the length first, so that no purpose and text can be cut elsewhere and give the same bytes
  return createHmac('sha256', env.sessionSecret).update(`${purpose.length}:${purpose}:${text}`).digest('base64url');
}

/** Whether `signature` is ours; takes the same time wherever it differs. */
export function isSigned(env: Pick<Env, 'sessionSecret'>, purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(env, purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
