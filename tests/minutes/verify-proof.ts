import { createHash, createPublicKey, verify } from 'node:crypto';

// A verifier that knows nothing of the product but what its proof says of itself: RFC 8785 for what is hashed, RFC 9162 for
// the tree, RFC 8032 for the signature. Whoever wants to check minutes writes these sixty lines in any language.

interface Leaf {
  id: string;
  salt: string | null;
  hash: string;
}

export interface ServedProof {
  number: number;
  sha256: string;
  envelope: string | null;
  signature: string | null;
  publicKey: string | null;
  leaves: { public: Leaf[]; internal?: Leaf[] } | null;
}

interface Edition {
  sha256: string;
  root: string;
  leaves: number;
}

interface Envelope {
  number: number;
  public: Edition;
  internal: Edition | null;
  previous: { number: number; sha256: string; envelope: string | null } | null;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const sha256 = (...bytes: Uint8Array[]) => createHash('sha256').update(Buffer.concat(bytes)).digest();
const hashOf = (text: string) => sha256(Buffer.from(text, 'utf8')).toString('hex');

/** RFC 8785 for what minutes hold: no number in them is other than a small integer. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
}

export function merkleRoot(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (only && hashes.length === 1) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return sha256(Uint8Array.of(1), merkleRoot(hashes.slice(0, split)), merkleRoot(hashes.slice(split)));
}

const DIVIDED =
  'meeting agenda highlights synthesis takeAways sections entries speaker block blocks decisions actions nextSteps annex present people excused complements notes'.split(
    ' ',
  );

/** The parts of an edition, as [JSON pointer, value]. */
export function parts(value: { [key: string]: Json }, pointer = ''): [string, Json][] {
  const own: { [key: string]: Json } = {};
  const below: [string, Json][] = [];
  const isObject = (each: Json) => typeof each === 'object' && each !== null && !Array.isArray(each);
  for (const [key, member] of Object.entries(value)) {
    if (pointer === '' && key === 'salt') continue;
    if (DIVIDED.includes(key) && Array.isArray(member) && member.every(isObject)) {
      own[key] = member.length;
      for (const [index, each] of member.entries()) below.push(...parts(each as { [key: string]: Json }, `${pointer}/${key}/${index}`));
    } else if (DIVIDED.includes(key) && isObject(member)) below.push(...parts(member as { [key: string]: Json }, `${pointer}/${key}`));
    else own[key] = member;
  }
  return [[pointer, own], ...below];
}

export function leafHash(id: string, value: Json, salt: string): string {
  return sha256(Uint8Array.of(0), Buffer.from(salt, 'hex'), Buffer.from(canonicalJson({ id, value }), 'utf8')).toString('hex');
}

/** What is wrong with a chain of proofs, oldest first, and the texts that are still served; nothing when all fits. */
export function faultsOf(chain: readonly { proof: ServedProof; text: string | null }[]): string[] {
  const faults: string[] = [];
  let before: ServedProof | null = null;
  for (const { proof, text } of chain) {
    const say = (what: string) => faults.push(`v${proof.number}: ${what}`);
    const { envelope, signature, publicKey, leaves } = proof;
    if (envelope === null || signature === null || publicKey === null || leaves === null)
      return [...faults, `v${proof.number}: no envelope`];
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (!verify(null, Buffer.from(envelope, 'utf8'), key, Buffer.from(signature, 'base64'))) say('signature');
    const sealed = JSON.parse(envelope) as Envelope;
    if (sealed.number !== proof.number || sealed.public.sha256 !== proof.sha256) say('envelope');
    if (merkleRoot(leaves.public.map(({ hash }) => Buffer.from(hash, 'hex'))).toString('hex') !== sealed.public.root) say('root');
    if (leaves.public.length !== sealed.public.leaves) say('leaves');
    if (text !== null) {
      if (hashOf(text) !== sealed.public.sha256) say('text');
      for (const [index, [id, value]] of parts(JSON.parse(text) as { [key: string]: Json }).entries()) {
        const leaf = leaves.public[index];
        if (!leaf?.salt || leaf.id !== id || leafHash(id, value, leaf.salt) !== leaf.hash) say(`part ${id}`);
      }
    }
    if (before && sealed.previous?.sha256 !== before.sha256) say('chain');
    if (before && sealed.previous?.envelope !== (before.envelope === null ? null : hashOf(before.envelope))) say('chain of envelopes');
    before = proof;
  }
  return faults;
}
