import { randomBytes } from 'node:crypto';
import { findSalt } from '#db/check-ins/write.ts';
import type { Executor } from '#db/client.ts';

/** What is put before the codes of an edition's badges when they are hashed: 16 random bytes, the same for good. */
export function readSalt(db: Executor, editionId: string): Promise<Buffer> {
  return findSalt(db, editionId, randomBytes(16));
}
