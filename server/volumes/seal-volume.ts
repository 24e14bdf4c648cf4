import { createHash, randomBytes } from 'node:crypto';
import type { Edition } from '#app/model/minutes-content.ts';
import type { VolumeEnvelope, VolumeFrame } from '#app/model/volumes.ts';
import type { Trx } from '#db/client.ts';
import { queueVolumeFiles } from '#db/volumes/files.ts';
import type { BoundVersion, SessionToBind } from '#db/volumes/read.ts';
import { addVolume } from '#db/volumes/write.ts';
import { canonical } from '#server/minutes/seal-content.ts';
import { signEnvelope } from '#server/minutes/sign-envelope.ts';
import type { Services } from '#server/services.ts';
import type { Frames } from './compose-frames.ts';

export interface VolumeToSeal {
  editionId: string;
  /** The version before, whatever became of its texts. */
  previous: Pick<BoundVersion, 'number' | 'sha256'> | undefined;
  frames: Frames;
  sessions: readonly SessionToBind[];
  /** null: bound by itself. */
  by: { personId: string; name: string } | null;
}

/** Seals a volume as the next version, signs it and has its files made. The caller holds the volume. Gives its number. */
export async function sealVolume(trx: Trx, services: Pick<Services, 'clock' | 'jobs'>, volume: VolumeToSeal): Promise<number> {
  const { editionId, previous, frames, sessions, by } = volume;
  const number = (previous?.number ?? 0) + 1;
  const boundAt = services.clock.now().toString();
  const open = seal(frames.public);
  const internal = sameWords(frames.public, frames.internal) ? null : seal(frames.internal);
  const envelope: VolumeEnvelope = {
    ...{ format: 1, volume: editionId, number, boundAt },
    ...{ public: open.sha256.toString('hex'), internal: internal?.sha256.toString('hex') ?? null },
    previous: previous ? { number: previous.number, sha256: previous.sha256.toString('hex') } : null,
  };
  const inPublic = new Set(frames.public.entries.map(({ meetingId }) => meetingId));
  const chapters = sessions.flatMap(({ meetingId, minutes }) =>
    minutes ? [{ meetingId, minutesId: minutes.id, minutesNumber: minutes.number, inPublic: inPublic.has(meetingId) }] : [],
  );
  await addVolume(trx, {
    ...{ editionId, number, boundAt, boundBy: by?.personId ?? null, boundByName: by?.name ?? '' },
    ...{ content: open.text, sha256: open.sha256, previousSha256: previous?.sha256 ?? null },
    ...{ internalContent: internal?.text ?? null, internalSha256: internal?.sha256 ?? null, chapters },
    ...(await signEnvelope(trx, envelope)),
  });
  const editions: Edition[] = internal ? ['public', 'internal'] : ['public'];
  await queueVolumeFiles(trx, { editionId, number }, editions, boundAt);
  await services.jobs.enqueue(trx, 'render-volume', { editionId, number });
  return number;
}

/** The salt keeps words that are redacted later from being guessed by their hash. */
function seal(frame: VolumeFrame): { text: string; sha256: Buffer } {
  const text = canonical({ ...frame, salt: randomBytes(16).toString('hex') });
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest() };
}

export function readFrame(content: string): VolumeFrame {
  const { salt: _salt, ...frame } = JSON.parse(content) as VolumeFrame & { salt: string };
  return frame;
}

/** Whether two frames bind the same with the same words, whoever reads them. */
export function sameWords(a: VolumeFrame, b: VolumeFrame): boolean {
  return canonical({ ...a, edition: '' }) === canonical({ ...b, edition: '' });
}

/** Both readings of a version as it was bound; null once a redaction took them away. */
export function framesOf({ content, internalContent }: Pick<BoundVersion, 'content' | 'internalContent'>): Frames | null {
  if (content === null) return null;
  const open = readFrame(content);
  return { public: open, internal: internalContent === null ? { ...open, edition: 'internal' } : readFrame(internalContent) };
}
