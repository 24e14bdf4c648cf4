import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { ProgrammeChange, SlotSaid, WhereSaid } from '#app/model/programme-changes.ts';
import { slotKindName, slotWords } from './slot-words.ts';

/** A line of a change list, in the reader's language: « Réunion Outre-mer : de Salle B, lundi… à Auditorium, lundi… ». */
export function changeWords(change: ProgrammeChange): string {
  const title = 'title' in change ? frenchSpaces(change.title) : '';
  switch (change.kind) {
    case 'session_added':
      return m.prepare_change_added({ title, to: whereWords(change.to) });
    case 'session_withdrawn':
      return m.prepare_change_withdrawn({ title, from: whereWords(change.from) });
    case 'session_moved':
      return m.prepare_change_moved({ title, ...fromTo(change.from, change.to) });
    case 'session_renamed':
      return m.prepare_change_renamed({ title, to: frenchSpaces(change.to) });
    case 'session_track':
      return m.prepare_change_track({ title, from: change.from || m.prepare_no_track(), to: change.to || m.prepare_no_track() });
    case 'slot_added':
      return m.prepare_change_slot_added({ slot: saidWords(change.slot) });
    case 'slot_removed':
      return m.prepare_change_slot_removed({ slot: saidWords(change.slot) });
    case 'slot_changed':
      return m.prepare_change_slot_changed({ from: saidWords(change.from), to: saidWords(change.to) });
    case 'room_added':
      return m.prepare_change_room_added({ room: change.room, seats: seatsWords(change.capacity) });
    case 'room_removed':
      return m.prepare_change_room_removed({ room: change.room });
    case 'room_renamed':
      return m.prepare_change_room_renamed({ room: change.room, to: change.to });
    case 'room_capacity':
      return m.prepare_change_room_capacity({ room: change.room, from: seatsWords(change.from), to: seatsWords(change.to) });
    case 'zone':
      return m.prepare_change_zone({ from: change.from, to: change.to });
  }
}

/** « Salle B, lundi 18 septembre, 14 h 30 à 16 h »; without an hour: to be confirmed. */
function whereWords(where: WhereSaid | null): string {
  if (!where) return m.prepare_where_unknown();
  return [where.room, slotWords(where)].filter(Boolean).join(', ');
}

/** What did not change is said once only when that leaves something to say. */
function fromTo(from: WhereSaid | null, to: WhereSaid | null): { from: string; to: string } {
  const sameHours =
    from && to && from.day === to.day && from.startsAt === to.startsAt && from.endsAt === to.endsAt && from.toConfirm === to.toConfirm;
  if (sameHours && from.room !== to.room) return { from: from.room || m.prepare_no_room(), to: to.room || m.prepare_no_room() };
  return { from: whereWords(from), to: whereWords(to) };
}

function saidWords(slot: SlotSaid): string {
  const name = slot.label ? frenchSpaces(slot.label) : slotKindName(slot.kind);
  return `${name}, ${slotWords(slot)}`;
}

export function seatsWords(capacity: number | null): string {
  return capacity === null ? m.prepare_seats_unknown() : m.prepare_seats({ count: capacity });
}
