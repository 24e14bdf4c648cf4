import type { Proof } from '#app/model/minutes-proof.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { Services } from '#server/services.ts';
import { enterSeal } from './access.ts';
import { mayReadInternal } from './policy.ts';

/**
 * What proves a version. Whoever may not read the internal edition gets its hash and root in the envelope, and no leaf of
 * it; salts that were of redacted words are there no more. Throws 404 for a version that never was.
 */
export async function readProof(services: Services, viewer: Viewer | null, slug: string, number: string): Promise<Proof> {
  const { scope, version, redacted } = await enterSeal(services, viewer, slug, number);
  const at = (of: number) => `${services.env.appUrl}/minutes/${slug}/v/${of}`;
  const { leaves, previousSha256: previous } = version;
  return {
    ...{ number: version.number, sha256: version.sha256.toString('hex') },
    content: redacted ? null : `${at(version.number)}/${slug}-v${version.number}.json`,
    previous: previous && {
      ...{ number: version.number - 1, sha256: previous.toString('hex'), proof: `${at(version.number - 1)}/proof.json` },
    },
    envelope: version.envelope,
    signature: version.signature?.toString('base64') ?? null,
    publicKey: version.publicKey?.toString('base64') ?? null,
    leaves: leaves && {
      public: leaves.public,
      ...(leaves.internal && mayReadInternal(scope.can) && { internal: leaves.internal }),
    },
    redacted: redacted && { at: redacted.redactedAt, number: redacted.by, reason: redacted.reason },
  };
}
