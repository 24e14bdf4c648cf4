import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** SubjectPublicKeyInfo, DER: of the key that signed a version. */
export async function findPublicKey(db: Executor, { editionId }: EditionScope, number: number): Promise<Buffer> {
  const { publicKey } = await db
    .selectFrom('volumeVersions')
    .innerJoin('signingKeys', 'signingKeys.id', 'volumeVersions.signingKeyId')
    .select('publicKey')
    .where('editionId', '=', editionId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return publicKey;
}
