import { createHash } from 'node:crypto';
import type { EditionScope } from '#app/model/scope.ts';
import { VOLUME_LIMITS, type VolumeCover, type VolumeTexts } from '#app/model/volumes.ts';
import type { Executor } from '#db/client.ts';
import { findEdition } from '#db/programme/read.ts';
import { findBoundVersion, findDraft, findVolumeHead, listSessionsToBind, type SessionToBind, type VolumeDraft } from '#db/volumes/read.ts';
import { canonical } from '#server/minutes/seal-content.ts';
import { composeFrames, type Frames, firstNumber, inOrder } from './compose-frames.ts';
import { framesOf, sameWords } from './seal-volume.ts';

/** What the next version of a volume would be. */
export interface VolumePlan {
  draft: VolumeDraft;
  /** All sessions of the edition in the order of the volume, also those that are left out. */
  sessions: SessionToBind[];
  frames: Frames;
  /** Hexadecimal: tells whether what an organiser saw is what would be bound. */
  seen: string;
  /** The number that the next version gets. */
  number: number;
  /** Whether it would say the same as the version that is out. */
  unchanged: boolean;
}

const NOTHING: VolumeDraft = {
  ...{ title: '', subtitle: '', note: '', withOrganisations: true, withIndex: true, rebind: true, revision: 1, annexes: [] },
};

/** Composes the next version out of what was written for it and of what is published now. */
export async function planVolume(db: Executor, scope: EditionScope): Promise<VolumePlan> {
  const edition = await findEdition(db, scope);
  const draft = (await findDraft(db, scope)) ?? NOTHING;
  const sessions = inOrder(await listSessionsToBind(db, scope)).slice(0, VOLUME_LIMITS.sessions);
  const included = sessions.filter((session) => session.included);
  const frames = composeFrames({
    ...{ cover: coverOf(edition, draft), texts: draft, annexes: draft.annexes },
    ...{ sessions: included, first: firstNumber(included) },
  });
  const latest = (await findVolumeHead(db, scope.editionId))?.number ?? 0;
  const readable = await findBoundVersion(db, scope);
  const out = readable && readable.number === latest ? framesOf(readable) : null;
  const unchanged = out !== null && sameWords(out.public, frames.public) && sameWords(out.internal, frames.internal);
  const seen = createHash('sha256').update(canonical(frames), 'utf8').digest('hex');
  return { draft, sessions, frames, seen, number: latest + 1, unchanged };
}

function coverOf(
  edition: Awaited<ReturnType<typeof findEdition>>,
  { title, subtitle }: Pick<VolumeTexts, 'title' | 'subtitle'>,
): VolumeCover {
  const { slug, startsOn, endsOn, timeZone, place } = edition;
  return {
    ...{ slug, title: title || edition.name, subtitle, startsOn, endsOn, timeZone, place },
    group: { slug: edition.groupSlug, name: edition.groupName },
  };
}
