import { m } from '#app/messages/compiled/messages.js';
import type { PlacedSessionAnswer } from '#server/programme/place-session.ts';
import { slotWords } from './slot-words.ts';
import type { Programme } from './use-placing.ts';

type Refusal = Extract<PlacedSessionAnswer, { ok: false }>;

/** Why a session could not be placed; a conflict says where a colleague put it meanwhile. */
export function placeRefusalWords(refusal: Refusal, { slots, rooms }: Pick<Programme, 'slots' | 'rooms'>): string {
  switch (refusal.reason) {
    case 'conflict':
      return m.prepare_place_conflict({ where: whereWords(refusal.current, { slots, rooms }) });
    case 'no_session':
      return m.prepare_place_no_session();
    case 'cancelled':
      return m.prepare_place_cancelled();
    case 'no_slot':
      return m.prepare_place_no_slot();
    case 'no_room':
      return m.prepare_place_no_room();
    case 'no_track':
      return m.prepare_place_no_track();
    case 'break':
      return m.prepare_place_break();
  }
}

/** « Salle B, lundi 18 septembre, 14 h 30 à 16 h », or that it waits for a place. */
export function whereWords(
  { slotId, roomId }: { slotId: string | null; roomId: string | null },
  { slots, rooms }: Pick<Programme, 'slots' | 'rooms'>,
): string {
  const slot = slots.find(({ id }) => id === slotId);
  if (!slot) return m.prepare_where_unplaced();
  return [rooms.find(({ id }) => id === roomId)?.name ?? m.prepare_no_room(), slotWords(slot)].join(', ');
}
