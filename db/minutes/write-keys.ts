import { sql } from 'kysely';
import type { Trx } from '#db/client.ts';

export interface SigningKey {
  id: string;
  /** SubjectPublicKeyInfo and PKCS #8, DER. */
  publicKey: Buffer;
  privateKey: Buffer;
}

/** The key that signs now; the first time, `make` makes it, however many processes ask at once. */
export async function findSigningKey(trx: Trx, make: () => Omit<SigningKey, 'id'>): Promise<SigningKey> {
  const known = await newest(trx);
  if (known) return known;
  await sql`select pg_advisory_xact_lock(hashtextextended('minutes: signing key', 0))`.execute(trx);
  const meanwhile = await newest(trx);
  return meanwhile ?? trx.insertInto('signingKeys').values(make()).returning(['id', 'publicKey', 'privateKey']).executeTakeFirstOrThrow();
}

async function newest(trx: Trx): Promise<SigningKey | undefined> {
  return trx
    .selectFrom('signingKeys')
    .select(['id', 'publicKey', 'privateKey'])
    .where('retiredAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}
