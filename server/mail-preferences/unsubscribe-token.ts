import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { MAIL_KINDS, REFUSABLE_KINDS, type RefusableKind } from '#app/model/mail-preferences.ts';
import { keyedHash } from '#server/accounts/secrets.ts';
import type { Env } from '#server/env.ts';

/** What an unsubscribe link is about: one kind of mail to one address. */
export interface Unsubscription {
  /** Lower case. */
  address: string;
  kind: RefusableKind;
}

type Secret = Pick<Env, 'sessionSecret'>;
const MAC_BYTES = 16;
const SHAPE = /^[A-Za-z0-9_-]{26,420}$/;

/**
 * The secret part of an unsubscribe link. Nothing is kept of it, so that a mail of any age can be answered: the token is its
 * own proof. A synthetic-IV cipher (RFC 5297 in spirit, with HMAC-SHA-256 and AES-256-CTR): the code over kind and address
 * is also what they are encrypted under. Base64url (RFC 4648, 5); the same link always has the same token.
 */
export function sealUnsubscription(env: Secret, { address, kind }: Unsubscription): string {
  const plain = Buffer.from(`${MAIL_KINDS.indexOf(kind)}${address}`);
  const mac = macOf(env, plain);
  const cipher = createCipheriv('aes-256-ctr', keyedHash(env, 'unsubscribe: words', ''), mac);
  return Buffer.concat([mac, cipher.update(plain), cipher.final()]).toString('base64url');
}

/** What a token stands for; null for one that is cut, changed, or of another installation. */
export function openUnsubscription(env: Secret, token: string): Unsubscription | null {
  if (!SHAPE.test(token)) return null;
  const sealed = Buffer.from(token, 'base64url');
  // one text for each token: bits that base64url drops at the end do not make a second one
  if (sealed.toString('base64url') !== token) return null;
  const mac = sealed.subarray(0, MAC_BYTES);
  const decipher = createDecipheriv('aes-256-ctr', keyedHash(env, 'unsubscribe: words', ''), mac);
  const plain = Buffer.concat([decipher.update(sealed.subarray(MAC_BYTES)), decipher.final()]);
  if (!timingSafeEqual(mac, macOf(env, plain))) return null;
  const text = plain.toString();
  const kind = REFUSABLE_KINDS.find((refusable) => refusable === MAIL_KINDS[Number(text[0])]);
  return kind ? { kind, address: text.slice(1) } : null;
}

function macOf(env: Secret, plain: Buffer): Buffer {
  return createHmac('sha256', keyedHash(env, 'unsubscribe: code', ''))
    .update(plain)
    .digest()
    .subarray(0, MAC_BYTES);
}
