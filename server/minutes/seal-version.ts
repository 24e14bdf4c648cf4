import { createHash } from 'node:crypto';
import type { VersionReason } from '#app/model/minutes.ts';
import type { Envelope } from '#app/model/minutes-proof.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { Trx } from '#db/client.ts';
import { addVersion, type LatestVersion } from '#db/minutes/write.ts';
import type { Services } from '#server/services.ts';
import { queueRebinding } from '#server/volumes/bind-again.ts';
import { queueFiles } from './files/queue-files.ts';
import { type Editions, saysTheSame } from './hash-for-approval.ts';
import { sealContent } from './seal-content.ts';
import { signEnvelope } from './sign-envelope.ts';

export interface VersionToSeal {
  minutesId: string;
  meetingId: string;
  /** The version before; the new one gets the number after it, and is chained to it. */
  latest: LatestVersion | undefined;
  editions: Editions;
  by: Viewer;
  /** Instant. */
  at: string;
  reason: VersionReason;
  note: string;
}

/** Seals, signs and keeps a version, and has its files made. The caller holds the minutes. Gives its number. */
export async function sealVersion(trx: Trx, services: Pick<Services, 'clock' | 'jobs'>, version: VersionToSeal): Promise<number> {
  const { minutesId, latest, editions, by, at, reason } = version;
  const number = (latest?.number ?? 0) + 1;
  const open = sealContent(editions.public);
  const internal = saysTheSame(editions.public, editions.internal) ? null : sealContent(editions.internal);
  const envelope: Envelope = {
    ...{ format: 1, minutes: minutesId, number, publishedAt: at, reason },
    ...{ public: open.edition, internal: internal?.edition ?? null },
    previous: latest ? { number: latest.number, sha256: latest.sha256.toString('hex'), envelope: hashOf(latest.envelope) } : null,
  };
  await addVersion(trx, {
    ...{ minutesId, meetingId: version.meetingId, number, publishedAt: at, reason, note: version.note },
    ...{ publishedBy: by.personId, publishedByName: `${by.givenName} ${by.familyName}`.trim() },
    ...{ content: open.text, sha256: open.sha256, previousSha256: latest?.sha256 ?? null },
    ...{ internalContent: internal?.text ?? null, internalSha256: internal?.sha256 ?? null },
    ...{ leaves: { public: open.leaves, internal: internal?.leaves ?? null }, ...(await signEnvelope(trx, envelope)) },
  });
  await queueRebinding(trx, services, { meetingId: version.meetingId, reason });
  await queueFiles(trx, services, { minutesId, number, editions: internal ? ['public', 'internal'] : ['public'] });
  return number;
}

function hashOf(envelope: string | null): string | null {
  return envelope === null ? null : createHash('sha256').update(envelope, 'utf8').digest('hex');
}
