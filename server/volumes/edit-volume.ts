import type { Viewer } from '#app/model/viewer.ts';
import { type AnnexText, VOLUME_LIMITS, type VolumeTexts } from '#app/model/volumes.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { inTransaction } from '#db/transaction.ts';
import { findDraft, listSessionsToBind } from '#db/volumes/read.ts';
import { deleteAnnex, holdVolume, writeAnnex, writeSessions, writeTexts } from '#db/volumes/write.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { inOrder } from './compose-frames.ts';

/** stale: somebody else changed the texts since; they are told what stands there now. */
export type Edited = { ok: true } | { ok: false; reason: 'stale' | 'too-many' | 'unknown' };

/** Keeps what is written around the minutes; texts have been cleaned and fit VOLUME_LIMITS. */
export function saveVolumeTexts(
  services: Services,
  scope: OrganisedEdition,
  by: Viewer,
  { revision, ...texts }: VolumeTexts & { revision: number },
): Promise<Edited> {
  return edit(services, scope, by, 'volume.texts', async (trx, now) =>
    (await writeTexts(trx, scope.editionId, revision, texts, now)) ? { ok: true } : { ok: false, reason: 'stale' },
  );
}

/** Adds an annex, or changes it: the same form sent twice makes one. */
export function saveAnnex(services: Services, scope: OrganisedEdition, by: Viewer, annex: AnnexText): Promise<Edited> {
  return edit(services, scope, by, 'volume.annex', async (trx) => {
    const annexes = (await findDraft(trx, scope))?.annexes ?? [];
    if (annexes.length >= VOLUME_LIMITS.annexes && !annexes.some(({ id }) => id === annex.id)) return { ok: false, reason: 'too-many' };
    await writeAnnex(trx, scope.editionId, annex);
    return { ok: true };
  });
}

export function removeAnnex(services: Services, scope: OrganisedEdition, by: Viewer, id: string): Promise<Edited> {
  return edit(services, scope, by, 'volume.annex-removed', async (trx) =>
    (await deleteAnnex(trx, scope.editionId, id)) ? { ok: true } : { ok: false, reason: 'unknown' },
  );
}

/** Takes a session into the volume or leaves it out. */
export function includeSession(
  services: Services,
  scope: OrganisedEdition,
  by: Viewer,
  { meetingId, included }: { meetingId: string; included: boolean },
): Promise<Edited> {
  return edit(services, scope, by, 'volume.sessions', async (trx) => {
    const sessions = inOrder(await listSessionsToBind(trx, scope));
    if (!sessions.some((session) => session.meetingId === meetingId)) return { ok: false, reason: 'unknown' };
    const known = sessions.filter((session) => !session.included || session.position !== null || session.meetingId === meetingId);
    const chosen = known.map((session) => (session.meetingId === meetingId ? { ...session, included } : session));
    await writeSessions(trx, scope.editionId, chosen.map(ofSession));
    return { ok: true };
  });
}

/** Moves a session by one place; `by` null puts all of them back where the programme has them. */
export function moveSession(
  services: Services,
  scope: OrganisedEdition,
  viewer: Viewer,
  move: { meetingId: string; steps: 1 | -1 } | null,
): Promise<Edited> {
  return edit(services, scope, viewer, 'volume.sessions', async (trx) => {
    const sessions = inOrder(await listSessionsToBind(trx, scope));
    if (!move) {
      const left = sessions.filter(({ included }) => !included).map((session) => ({ ...ofSession(session), position: null }));
      await writeSessions(trx, scope.editionId, left);
      return { ok: true };
    }
    const at = sessions.findIndex(({ meetingId }) => meetingId === move.meetingId);
    const [session, other] = [sessions[at], sessions[at + move.steps]];
    if (!session) return { ok: false, reason: 'unknown' };
    if (!other) return { ok: true };
    const order = sessions.map((each) => (each === session ? other : each === other ? session : each));
    await writeSessions(
      trx,
      scope.editionId,
      order.map((each, position) => ({ ...ofSession(each), position })),
    );
    return { ok: true };
  });
}

const ofSession = ({ meetingId, included, position }: { meetingId: string; included: boolean; position: number | null }) => ({
  meetingId,
  included,
  position,
});

function edit(
  services: Services,
  { editionId }: OrganisedEdition,
  by: Viewer,
  action: string,
  change: (trx: Trx, now: string) => Promise<Edited>,
): Promise<Edited> {
  return inTransaction(services.db, async (trx) => {
    const now = services.clock.now().toString();
    await holdVolume(trx, editionId, now);
    const edited = await change(trx, now);
    if (edited.ok) await recordAudit(trx, { personId: by.personId, action, subjectType: 'edition', subjectId: editionId });
    return edited;
  });
}
