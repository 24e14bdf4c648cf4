import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A secret that travels in a link or a cookie: 256 random bits in base64url (RFC 4648, section 5), 43 characters. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of it. A plain SHA-256 is enough: the secret is random, there is nothing to guess. Null: not of this shape. */
export function hashOfSecret(secret: string): Buffer | null {
  return SHAPE.test(secret) ? createHash('sha256').update(secret).digest() : null;
}
