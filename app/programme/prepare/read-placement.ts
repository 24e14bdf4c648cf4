import type { Placement } from '#app/model/programme-draft.ts';
import { parseUuid } from '#app/model/uuid.ts';

/** Where a form says that a session goes, and from which state of it; null: no page of ours wrote it. */
export function readPlacement(form: FormData): { to: Placement; revision: number } | null {
  const part = (name: string) => {
    const value = form.get(name);
    return value === '' || value === null ? { id: null } : { id: parseUuid(value), wrong: parseUuid(value) === null };
  };
  const [slot, room, track] = [part('slot'), part('room'), part('track')];
  const revision = form.get('revision');
  if (slot.wrong || room.wrong || track.wrong || typeof revision !== 'string' || !/^\d{1,9}$/.test(revision)) return null;
  return { to: { slotId: slot.id, roomId: room.id, trackId: track.id }, revision: Number(revision) };
}
