import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Env } from '#server/env.ts';

const BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A secret that travels in a link or a cookie: 256 random bits in base64url (RFC 4648, section 5), 43 characters. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of a link's secret. A plain SHA-256 is enough: the secret is random, there is nothing to guess. Null: not of this shape. */
export function hashOfSecret(secret: string): Buffer | null {
  return SHAPE.test(secret) ? createHash('sha256').update(secret).digest() : null;
}

/**
 * What is kept of a session's secret: keyed, so that whoever can write into the database still cannot make a session,
 * and so that a new SESSION_SECRET signs everybody out. Null: not of this shape.
 */
export function hashOfSession(env: Pick<Env, 'sessionSecret'>, secret: string): Buffer | null {
  return SHAPE.test(secret) ? keyedHash(env, 'session', secret) : null;
}

/** A hash that only this installation can make (HMAC-SHA-256). `purpose` keeps one for this from serving for that. */
export function keyedHash(env: Pick<Env, 'sessionSecret'>, purpose: string, text: string): Buffer {
  return createHmac('sha256', env.sessionSecret).update(`${purpose}\0${text}`).digest();
}
