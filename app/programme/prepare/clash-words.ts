import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Clash } from '#app/model/programme-clashes.ts';
import type { ProgrammeRoom, ProgrammeSlot } from '#app/model/programme-draft.ts';
import { slotWords } from './slot-words.ts';

interface Names {
  slots: readonly ProgrammeSlot[];
  rooms: readonly ProgrammeRoom[];
  sessions: readonly { id: string; title: string }[];
}

/** A clash in a sentence that stands alone, in a list of all of them. */
export function clashWords(clash: Clash, { slots, rooms, sessions }: Names): string {
  const titles = clash.sessions.map((id) => m.prepare_quoted({ title: titleOf(id, sessions) })).join(', ');
  const hours = 'slotId' in clash ? slotWordsOf(clash.slotId, slots) : '';
  const room = 'roomId' in clash ? (rooms.find(({ id }) => id === clash.roomId)?.name ?? '') : '';
  switch (clash.kind) {
    case 'person':
      return m.prepare_clash_person({ name: clash.name, hours, titles });
    case 'room':
      return m.prepare_clash_room({ room, hours, titles });
    case 'plenary':
      return m.prepare_clash_plenary({ hours, titles });
    case 'registered':
      return m.prepare_clash_registered({ titles, room, seats: clash.seats, registered: clash.registered });
    case 'seats':
      return m.prepare_clash_seats({ titles, room, seats: clash.seats, places: clash.places });
    case 'agenda':
      return m.prepare_clash_agenda({ titles, minutes: clash.minutes, slot: clash.slotMinutes });
  }
}

/** The same on the tile of one of its sessions, in few words. */
export function clashOnTile(clash: Clash, id: string, sessions: Names['sessions']): string {
  const others = clash.sessions.filter((one) => one !== id).map((one) => m.prepare_quoted({ title: titleOf(one, sessions) }));
  const titles = others.join(', ');
  switch (clash.kind) {
    case 'person':
      return m.prepare_tile_person({ name: clash.name, titles });
    case 'room':
      return m.prepare_tile_room({ titles });
    case 'plenary':
      return m.prepare_tile_plenary({ titles });
    case 'registered':
      return m.prepare_tile_registered({ seats: clash.seats, registered: clash.registered });
    case 'seats':
      return m.prepare_tile_seats({ seats: clash.seats, places: clash.places });
    case 'agenda':
      return m.prepare_tile_agenda({ minutes: clash.minutes, slot: clash.slotMinutes });
  }
}

/** Two clashes that say the same of the same sessions are one. */
export const clashKey = (clash: Clash) =>
  [clash.kind, ...clash.sessions, 'personId' in clash ? clash.personId : '', 'roomId' in clash ? clash.roomId : ''].join(' ');

function titleOf(id: string, sessions: Names['sessions']): string {
  return frenchSpaces(sessions.find((session) => session.id === id)?.title ?? '');
}

function slotWordsOf(id: string, slots: readonly ProgrammeSlot[]): string {
  const slot = slots.find((one) => one.id === id);
  return slot ? slotWords(slot) : '';
}
