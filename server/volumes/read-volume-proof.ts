import type { Viewer } from '#app/model/viewer.ts';
import { findBoundVersion } from '#db/volumes/read.ts';
import { findPublicKey } from '#db/volumes/read-key.ts';
import { enterEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** What proves a volume: its envelope, signed, and the text that its hash is of, which names the versions that it binds. */
export async function readVolumeProof(services: Services, viewer: Viewer | null, slug: string, number: string) {
  const scope = await enterEdition(services, viewer, slug, `/editions/${slug}/volume`);
  const version = /^[1-9]\d{0,5}$/.test(number) ? await findBoundVersion(services.db, scope, Number(number)) : undefined;
  if (!version) return notFound();
  const publicKey = await findPublicKey(services.db, scope, version.number);
  return {
    ...{ number: version.number, sha256: version.sha256.toString('hex'), envelope: version.envelope },
    ...{ signature: version.signature.toString('base64'), publicKey: publicKey.toString('base64') },
    /** Canonical JSON, byte for byte; null once it was redacted. */
    content: version.content,
    redactedAt: version.redactedAt,
  };
}
