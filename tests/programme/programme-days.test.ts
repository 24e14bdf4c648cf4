import { describe, expect, test } from 'vitest';
import { programmeDays } from '#app/programme/programme-days.ts';

const session = (edtf: string, placeName = '') => ({ edtf, placeName, room: null as { name: string; position: number } | null });
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

  test('puts rooms in their own order, not that of the alphabet', () => {
    const inRoom = (name: string, position: number) => ({ ...at('2023-09-18', '14:30', '16:00', name), room: { name, position } });
    const { days } = programmeDays([inRoom('Salle A', 1), inRoom('Auditorium', 2), inRoom('Verrière', 0)]);
    expect(days[0]?.rooms).toEqual(['Verrière', 'Salle A', 'Auditorium']);
  });

  test('gives up columns when a room is unknown or there are more than six', () => {
    const parallel = (...rooms: string[]) => programmeDays(rooms.map((room) => at('2023-09-18', '14:30', '16:00', room))).days[0]?.rooms;
    expect(parallel('A', '')).toEqual([]);
    expect(parallel('Auditorium', 'A', 'B', 'C', 'D')).toHaveLength(5);
    expect(parallel('A', 'B', 'C', 'D', 'E', 'F', 'G')).toEqual([]);
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

  test('shows breaks, names and hours to be confirmed as they were published', () => {
    const slot = { id: '1', label: '', day: '2023-09-18', toConfirm: false };
    const { days } = programmeDays([at('2023-09-18', '10:30', '12:30', 'Auditorium'), at('2023-09-18', '14:30', '16:00', 'Salle A')], {
      published: [
        { ...slot, kind: 'plenary', startsAt: '10:30', endsAt: '12:30', toConfirm: true },
        { ...slot, kind: 'break', label: 'Déjeuner', startsAt: '12:30', endsAt: '14:30' },
        { ...slot, kind: 'sessions', startsAt: '14:30', endsAt: '16:00' },
        { ...slot, kind: 'sessions', startsAt: '16:30', endsAt: '18:00' },
        { ...slot, kind: 'break', label: 'Accueil', day: '2023-09-17', startsAt: '18:00', endsAt: '20:00' },
      ],
    });
    expect(days.map(({ day, slots }) => [day, slots.map(({ start, kind, label, toConfirm }) => [start, kind, label, toConfirm])])).toEqual([
      ['2023-09-17', [['18:00', 'break', 'Accueil', false]]],
      [
        '2023-09-18',
        [
          ['10:30', 'plenary', '', true],
          ['12:30', 'break', 'Déjeuner', false],
          // one session in an hour of sessions is no plenary
          ['14:30', 'sessions', '', false],
        ],
      ],
    ]);
  });

  test('keeps its columns and its plenaries when only some sessions are shown, and leaves breaks out', () => {
    const all = [
      at('2023-09-18', '10:30', '12:30', 'Auditorium'),
      at('2023-09-18', '14:30', '16:00', 'Salle A'),
      at('2023-09-18', '14:30', '16:00', 'Salle B'),
    ];
    const lunch = {
      id: '1',
      kind: 'break' as const,
      label: 'Déjeuner',
      day: '2023-09-18',
      startsAt: '12:30',
      endsAt: '14:30',
      toConfirm: false,
    };
    const { days } = programmeDays(all, { published: [lunch], keep: (row) => row.placeName === 'Salle B' });
    expect(days[0]?.rooms).toEqual(['Salle A', 'Salle B']);
    expect(days[0]?.slots.map(({ kind, start, sessions }) => [kind, start, sessions.length])).toEqual([['sessions', '14:30', 1]]);
  });
});
