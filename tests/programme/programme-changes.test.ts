import { describe, expect, test } from 'vitest';
import { changesBetween } from '#app/model/programme-changes.ts';
import { EMPTY_PROGRAMME, type ProgrammeContent } from '#app/model/programme-draft.ts';
import { changeWords } from '#app/programme/prepare/change-words.ts';
import { aSlot } from './scene.ts';

const early = aSlot('14:30', '16:00');
const late = aSlot('16:30', '18:00');
const lunch = aSlot('12:30', '14:00', { kind: 'break', label: 'Déjeuner' });
const rooms = [
  { id: 'hall', name: 'Auditorium', capacity: 300 },
  { id: 'small', name: 'Salle B', capacity: 20 },
];
const session = (id: string, title: string, slotId: string | null, roomId: string | null) => ({ id, title, slotId, roomId, trackId: null });
const before: ProgrammeContent = {
  ...{ timeZone: 'Europe/Paris', slots: [lunch, early, late], rooms, tracks: [] },
  sessions: [session('om', 'Réunion Outre-mer', early.id, 'small'), session('af', 'Réunion Afrique', late.id, 'hall')],
};
/** No-break spaces are read as spaces here. */
const words = (after: ProgrammeContent, from = before) =>
  changesBetween(from, after).map((change) => changeWords(change).replace(/[\u00A0\u202F]/g, ' '));

describe('what changed in a programme', () => {
  test('is nothing when nothing did, whatever the order of the sessions', () => {
    expect(words({ ...before, sessions: before.sessions.toReversed() })).toEqual([]);
  });

  test('is every session of a first version', () => {
    expect(words(before, EMPTY_PROGRAMME).slice(0, 2)).toEqual([
      'Réunion Outre-mer : nouvelle session, Salle B, dimanche 18 septembre, 14 h 30 à 16 h',
      'Réunion Afrique : nouvelle session, Auditorium, dimanche 18 septembre, 16 h 30 à 18 h',
    ]);
  });

  test('says from where to where a session moved, and only the rooms when the hour stays', () => {
    const moved = [session('om', 'Réunion Outre-mer', late.id, 'hall'), session('af', 'Réunion Afrique', late.id, 'small')];
    expect(words({ ...before, sessions: moved })).toEqual([
      'Réunion Afrique : Auditorium → Salle B',
      'Réunion Outre-mer : Salle B, dimanche 18 septembre, 14 h 30 à 16 h → Auditorium, dimanche 18 septembre, 16 h 30 à 18 h',
    ]);
  });

  test('names what is withdrawn, renamed, and left without an hour', () => {
    const after = { ...before, sessions: [session('om', 'Outre-mer : regards croisés', null, null)] };
    expect(words(after)).toEqual([
      'Réunion Afrique : retirée du programme (Auditorium, dimanche 18 septembre, 16 h 30 à 18 h)',
      'Réunion Outre-mer : Salle B, dimanche 18 septembre, 14 h 30 à 16 h → horaire à confirmer',
      'Réunion Outre-mer : s’intitule désormais « Outre-mer : regards croisés »',
    ]);
  });

  test('an hour that moves or is to be confirmed takes its sessions along, and is not said twice', () => {
    const slots = [lunch, { ...early, toConfirm: true }, late];
    expect(words({ ...before, slots })).toEqual([
      'Réunion Outre-mer : Salle B, dimanche 18 septembre, 14 h 30 à 16 h → Salle B, dimanche 18 septembre, 14 h 30 à 16 h (à confirmer)',
    ]);
  });

  test('breaks and rooms have their lines; a room that is renamed moves no session', () => {
    const slots = [{ ...lunch, label: 'Buffet', endsAt: '14:15' }, early, late];
    const renamed = rooms.map((room) => (room.id === 'small' ? { ...room, name: 'Salle Césaire', capacity: 40 } : room));
    expect(words({ ...before, slots, rooms: renamed })).toEqual([
      'Créneau modifié : Déjeuner, dimanche 18 septembre, 12 h 30 à 14 h → Buffet, dimanche 18 septembre, 12 h 30 à 14 h 15',
      'Salle B s’appelle désormais Salle Césaire',
      'Salle Césaire : 20 places → 40 places',
    ]);
    expect(words({ ...before, slots: [early, late], rooms: [...rooms, { id: 'new', name: 'Salle C', capacity: null }] })).toEqual([
      'Créneau supprimé : Déjeuner, dimanche 18 septembre, 12 h 30 à 14 h',
      'Nouvelle salle : Salle C, capacité inconnue',
    ]);
  });
});
