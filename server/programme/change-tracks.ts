import { EDITION_LIMITS } from '#app/model/programme.ts';
import type { ProgrammeTrack } from '#app/model/programme-draft.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { touchDraft } from '#db/programme/write.ts';
import { clearCancelled, listPlacedIn } from '#db/programme/write-placements.ts';
import { deleteTrack, insertTrack, listTracks, type TrackRow, updateTrack, writeOrderOf } from '#db/programme/write-rooms.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { stepped } from './change-rooms.ts';
import { holdEdition } from './hold-edition.ts';

export type ChangedTrack =
  | { ok: true }
  | { ok: false; reason: 'too_many' | 'name_taken' | 'gone' }
  /** Somebody saved since the form was filled: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: TrackRow }
  /** Sessions of the draft belong to it. */
  | { ok: false; reason: 'in_use'; sessions: string[] };

interface Change {
  viewer: Viewer;
  scope: OrganisedEdition;
}

/** Adds a track at the end of the order; the same form sent twice adds one. Its name is cleaned and within EDITION_LIMITS. */
export function addTrack(services: Services, { track, ...by }: Change & { track: ProgrammeTrack }): Promise<ChangedTrack> {
  return change(services, { ...by, id: track.id, action: 'edition.add_track' }, async (trx, tracks) => {
    if (tracks.some((one) => one.id === track.id)) return { ok: true };
    if (tracks.length >= EDITION_LIMITS.tracks) return { ok: false, reason: 'too_many' };
    const added = await insertTrack(trx, by.scope.editionId, { ...track, position: tracks.length + 1 });
    return added ? { ok: true } : { ok: false, reason: 'name_taken' };
  });
}

/** Renames a track. `revision` is the one that the form was filled from. */
export function editTrack(
  services: Services,
  { track, revision, ...by }: Change & { track: ProgrammeTrack; revision: number },
): Promise<ChangedTrack> {
  return change(services, { ...by, id: track.id, action: 'edition.edit_track' }, async (trx, tracks) => {
    const current = tracks.find((one) => one.id === track.id);
    if (!current) return { ok: false, reason: 'gone' };
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    if (tracks.some((one) => one.id !== track.id && one.name.toLowerCase() === track.name.toLowerCase()))
      return { ok: false, reason: 'name_taken' };
    await updateTrack(trx, by.scope.editionId, track);
    return { ok: true };
  });
}

/** Puts a track before the one before it, or after the one after it. */
export function moveTrack(services: Services, { id, to, ...by }: Change & { id: string; to: 'up' | 'down' }): Promise<ChangedTrack> {
  return change(services, { ...by, id, action: 'edition.order_tracks' }, async (trx, tracks) => {
    const order = stepped(
      tracks.map((track) => track.id),
      id,
      to,
    );
    if (!order) return { ok: false, reason: 'gone' };
    await writeOrderOf(trx, 'tracks', by.scope.editionId, order);
    return { ok: true };
  });
}

/** Removes a track that no session of the draft belongs to; what was published of it loses it (migration 012). */
export function removeTrack(services: Services, { id, ...by }: Change & { id: string }): Promise<ChangedTrack> {
  return change(services, { ...by, id, action: 'edition.remove_track' }, async (trx) => {
    const placed = await listPlacedIn(trx, by.scope.editionId, { trackId: id });
    if (placed.length > 0) return { ok: false, reason: 'in_use', sessions: placed.map(({ title }) => title) };
    await clearCancelled(trx, by.scope.editionId);
    await deleteTrack(trx, by.scope.editionId, id);
    return { ok: true };
  });
}

async function change(
  services: Services,
  { viewer, scope, id, action }: Change & { id: string; action: string },
  work: (trx: Trx, tracks: TrackRow[]) => Promise<ChangedTrack>,
): Promise<ChangedTrack> {
  return inTransaction(services.db, async (trx) => {
    await holdEdition(trx, scope.editionId);
    const changed = await work(trx, await listTracks(trx, scope.editionId));
    if (!changed.ok) return changed;
    await touchDraft(trx, scope.editionId);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action, subjectType: 'edition', subjectId: scope.editionId },
      detail: { trackId: id },
    });
    return changed;
  });
}
