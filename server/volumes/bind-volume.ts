import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { findVolumeHead } from '#db/volumes/read.ts';
import { holdVolume } from '#db/volumes/write.ts';
import { namedBy } from '#server/minutes/note-version.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { planVolume } from './plan-volume.ts';
import { sealVolume } from './seal-volume.ts';

export type Binding =
  | { ok: true; number: number }
  /** Somebody (or the same click twice, or an erratum) bound it meanwhile: `number` is the version that is out. */
  | { ok: false; reason: 'already-bound'; number: number }
  /** changed: since the organiser looked. empty: no session in it has published minutes. */
  | { ok: false; reason: 'changed' | 'unchanged' | 'empty' };

/**
 * Binds the minutes of an edition as the next version of its volume: numbered, dated, sealed, chained to the version before,
 * never changed again. `number`: the version that the organiser means to make; `seen`: see planVolume.
 */
export async function bindVolume(
  services: Services,
  scope: OrganisedEdition,
  by: Viewer,
  { number, seen }: { number: number; seen?: string | undefined },
): Promise<Binding> {
  const { editionId } = scope;
  return inTransaction(services.db, async (trx): Promise<Binding> => {
    await holdVolume(trx, editionId, services.clock.now().toString());
    const plan = await planVolume(trx, scope);
    if (plan.number !== number) return { ok: false, reason: 'already-bound', number: plan.number - 1 };
    if (seen !== undefined && seen !== plan.seen) return { ok: false, reason: 'changed' };
    if (!plan.frames.internal.entries.some(({ kind }) => kind === 'minutes')) return { ok: false, reason: 'empty' };
    if (plan.unchanged) return { ok: false, reason: 'unchanged' };
    const previous = await findVolumeHead(trx, editionId);
    const sessions = plan.sessions.filter(({ included }) => included);
    await sealVolume(trx, services, { editionId, previous, frames: plan.frames, sessions, by: namedBy(by) });
    const subject = { subjectType: 'edition', subjectId: editionId, detail: { number } };
    await recordAudit(trx, { personId: by.personId, action: 'volume.bound', ...subject });
    return { ok: true, number };
  });
}
