import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Trx } from '#db/client.ts';
import { findSigningKey } from '#db/minutes/write-keys.ts';
import { canonical } from './seal-content.ts';

export interface SignedEnvelope {
  /** Canonical JSON: the bytes that are signed. */
  envelope: string;
  signature: Buffer;
  signingKeyId: string;
}

/** Signs what has a canonical form with Ed25519 (RFC 8032) in the name of this installation, whose key is made the first time. */
export async function signEnvelope(trx: Trx, envelope: object): Promise<SignedEnvelope> {
  const key = await findSigningKey(trx, makeKey);
  const text = canonical(envelope);
  const privateKey = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' });
  return { envelope: text, signature: sign(null, Buffer.from(text, 'utf8'), privateKey), signingKeyId: key.id };
}

function makeKey(): { publicKey: Buffer; privateKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}
