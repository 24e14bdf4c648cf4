import type { ProgrammeOwner } from '#db/own-programme/write.ts';
import { hashOfSecret, newSecret } from '#server/accounts/secrets.ts';

/** Whose programme it is: somebody signed in, or a visitor by the secret that their browser sent; null: none so far. */
export type Chooser = { personId: string } | { personId: null; secret: string | null; ip: string };

/** The owner as a row has it, and the secret that the browser has to keep from now on; null: it has one, or needs none. */
export function ownerOf(chooser: Chooser): { owner: ProgrammeOwner; newSecret: string | null } {
  if (chooser.personId !== null) return { owner: { personId: chooser.personId, visitorHash: null }, newSecret: null };
  const known = chooser.secret === null ? null : hashOfSecret(chooser.secret);
  if (known) return { owner: { personId: null, visitorHash: known }, newSecret: null };
  const secret = newSecret();
  const visitorHash = hashOfSecret(secret);
  if (!visitorHash) throw new Error('A new secret has the wrong shape.');
  return { owner: { personId: null, visitorHash }, newSecret: secret };
}
