import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { inTransaction } from '#db/transaction.ts';
import { findBoundVersion, findVolumeHead, listSessionsToBind, type SessionToBind } from '#db/volumes/read.ts';
import { findVolumeToRebind, holdVolume, rebindsItself } from '#db/volumes/write.ts';
import type { Services } from '#server/services.ts';
import { composeFrames, type Frames } from './compose-frames.ts';
import { framesOf, sameWords, sealVolume } from './seal-volume.ts';

/** How long a volume waits for more errata before it is bound again, so that several in a row make one version. */
const GATHER = { seconds: 60 } as const;

/**
 * Has the volume that a meeting's minutes are in bound again once their new version is committed, if its organisers left it
 * so. What was redacted is taken out at once.
 */
export async function queueRebinding(
  trx: Trx,
  { clock, jobs }: Pick<Services, 'clock' | 'jobs'>,
  { meetingId, reason }: { meetingId: string; reason: string },
): Promise<void> {
  const editionId = await findVolumeToRebind(trx, meetingId);
  if (!editionId) return;
  const now = clock.now().toZonedDateTimeISO('UTC');
  const after = (reason === 'redaction' ? now : now.add(GATHER)).toInstant().toString();
  await jobs.enqueueAll(trx, 'bind-volume', [{ data: { editionId }, after }]);
}

/**
 * Binds a volume again as it was, with what its sessions have published since; called several times, or by several nodes, for
 * the same changes it makes one version. What its organisers are writing for the next version stays theirs until they bind
 * it themselves. Gives its number; null when there is nothing to do.
 */
export async function bindAgain(services: Services, editionId: string): Promise<number | null> {
  return inTransaction(services.db, async (trx) => {
    await holdVolume(trx, editionId, services.clock.now().toString());
    const [previous, readable] = [await findVolumeHead(trx, editionId), await findBoundVersion(trx, { editionId })];
    const frames = readable && framesOf(readable);
    // one whose own words were redacted is bound by people, who look at what is left
    if (!previous || !frames || !(await rebindsItself(trx, editionId))) return null;
    const all = new Map((await listSessionsToBind(trx, { editionId })).map((session) => [session.meetingId, session]));
    const sessions = frames.internal.entries.flatMap(({ meetingId }) => all.get(meetingId) ?? []);
    const next = asBefore(frames, sessions);
    const same = sameWords(frames.public, next.public) && sameWords(frames.internal, next.internal);
    if (same || !next.internal.entries.some(({ kind }) => kind === 'minutes')) return null;
    const number = await sealVolume(trx, services, { editionId, previous, frames: next, sessions, by: null });
    const subject = { subjectType: 'edition', subjectId: editionId, detail: { number } };
    await recordAudit(trx, { personId: null, action: 'volume.bound', ...subject });
    return number;
  });
}

/** The same cover, note, annexes, order and numbers. */
function asBefore({ internal }: Frames, sessions: readonly SessionToBind[]): Frames {
  const { volume, note, withOrganisations, withIndex, annexes, entries } = internal;
  const texts = { note, withOrganisations, withIndex };
  return composeFrames({ cover: volume, texts, annexes, sessions, first: entries[0]?.number ?? 1 });
}
