import { describe, expect, test } from 'vitest';
import { programmeDays } from '#app/programme/programme-days.ts';

const session = (edtf: string, placeName = '') => ({ edtf, placeName, status: 'scheduled' as const });
const at = (day: string, start: string, end: string, room?: string) => session(`${day}T${start}/${day}T${end}`, room);

describe('the programme of an edition', () => {
  test('puts sessions under their day and hour, in order', () => {
    const { days } = programmeDays([
      at('2023-09-19', '11:30', '13:00'),
      at('2023-09-18', '14:30', '16:00'),
      at('2023-09-18', '10:30', '12:30'),
    ]);
    expect(days.map(({ day, slots }) => [day, slots.map(({ start }) => start)])).toEqual([
      ['2023-09-18', ['10:30', '14:30']],
      ['2023-09-19', ['11:30']],
    ]);
  });

  test('names the rooms of parallel sessions as columns, and leaves the plenary across them', () => {
    const { days } = programmeDays([
      at('2023-09-18', '10:30', '12:30', 'Auditorium'),
      at('2023-09-18', '14:30', '16:00', 'Salle B'),
      at('2023-09-18', '14:30', '16:00', 'Salle A'),
    ]);
    expect(days[0]?.rooms).toEqual(['Salle A', 'Salle B']);
    expect(days[0]?.slots.map(({ sessions }) => sessions.length)).toEqual([1, 2]);
  });

  test('gives up columns when a room is unknown or there are more than four', () => {
    const parallel = (...rooms: string[]) => programmeDays(rooms.map((room) => at('2023-09-18', '14:30', '16:00', room))).days[0]?.rooms;
    expect(parallel('A', '')).toEqual([]);
    expect(parallel('A', 'B', 'C', 'D', 'E')).toEqual([]);
  });

  test('says each end when parallel sessions end at different hours', () => {
    const { days } = programmeDays([at('2023-09-18', '14:30', '16:00'), at('2023-09-18', '14:30', '17:00')]);
    expect(days[0]?.slots[0]?.end).toBeNull();
    expect(days[0]?.slots[0]?.sessions.map(({ ownEnd }) => ownEnd)).toEqual(['16:00', '17:00']);
  });

  test('keeps what has no hour apart, and loses nothing', () => {
    const { days, unscheduled } = programmeDays([
      session('2023-09-18'),
      session('2023-09'),
      session('XXXX'),
      at('2023-09-18', '10:00', '11:00'),
    ]);
    expect(days).toHaveLength(1);
    expect(unscheduled).toHaveLength(3);
  });
});
