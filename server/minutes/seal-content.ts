import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Leaf, SealedEdition } from '#app/model/minutes-proof.ts';
import { type Part, partsOf } from './seal-parts.ts';

/** Bytes that nobody guesses. */
const SALT = 16;

export interface Sealed {
  /** Canonical JSON (RFC 8785): what is kept and served, byte for byte. */
  text: string;
  sha256: Buffer;
  leaves: Leaf[];
  edition: SealedEdition;
}

/**
 * Seals an edition. A salt goes into it, so that whoever knows all but a name that was redacted since does not find that
 * name by trying names until the hash fits.
 */
export function sealContent(content: object): Sealed {
  const text = canonical({ ...content, salt: randomBytes(SALT).toString('hex') });
  const sha256 = createHash('sha256').update(text, 'utf8').digest();
  // of the text as it is served: whoever checks it goes through its members in the same order
  const leaves = partsOf(JSON.parse(text) as object).map((part) => {
    const salt = randomBytes(SALT).toString('hex');
    return { id: part.id, salt, hash: leafHash(part, salt) };
  });
  const root = rootOf(leaves.map(({ hash }) => Buffer.from(hash, 'hex'))).toString('hex');
  return { text, sha256, leaves, edition: { sha256: sha256.toString('hex'), root, leaves: leaves.length } };
}

/** Hexadecimal. */
export function leafHash({ id, value }: Part, salt: string): string {
  return hash(0, Buffer.from(salt, 'hex'), Buffer.from(canonical({ id, value }), 'utf8')).toString('hex');
}

/** Merkle tree hash (RFC 9162, 2.1.1): a tree of n leaves is split at the largest power of two below n. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (leaves.length < 2) return only ?? createHash('sha256').digest();
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return hash(1, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** Throws for what has no JSON form. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('It has no JSON form.');
  return text;
}

function hash(prefix: 0 | 1, ...bytes: readonly Buffer[]): Buffer {
  const digest = createHash('sha256').update(Uint8Array.of(prefix));
  for (const each of bytes) digest.update(each);
  return digest.digest();
}
