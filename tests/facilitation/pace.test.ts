import { describe, expect, test } from 'vitest';
import type { Facilitation } from '#app/model/facilitation.ts';
import { elapsed, formatSeconds, nextPoint, placePoints, pointClock } from '#app/model/meeting-pace.ts';

const POINTS = [
  { id: 'a', minutes: 5 },
  { id: 'b', minutes: 20 },
  { id: 'c', minutes: 15 },
];
const at = (time: string) => Date.parse(`2022-06-20T${time}Z`);
const iso = (time: string) => `2022-06-20T${time}Z`;
const clockOf = (moment: number | null) => moment && new Date(moment).toISOString().slice(11, 19);
const PLANNED = at('14:30:00');

const BEFORE: Facilitation = { now: iso('14:00:00'), startedAt: null, closedAt: null, current: null, points: [], locked: [], floor: [] };
/** Opened a minute late; the first point took four minutes, the second began at 14:35. */
const AT_B: Facilitation = {
  ...BEFORE,
  startedAt: iso('14:31:00'),
  current: { agendaItemId: 'b', runningSince: iso('14:35:00') },
  points: [
    { agendaItemId: 'a', startedAt: iso('14:31:00'), endedAt: iso('14:35:00'), spentSeconds: 240, addedMinutes: 0 },
    { agendaItemId: 'b', startedAt: iso('14:35:00'), endedAt: null, spentSeconds: 0, addedMinutes: 0 },
  ],
};
const withB = (change: Partial<Facilitation['points'][number]>, current = AT_B.current): Facilitation => ({
  ...AT_B,
  current,
  points: AT_B.points.map((run) => (run.agendaItemId === 'b' ? { ...run, ...change } : run)),
});
const place = (facilitation: Facilitation, moment: number, plannedStart: number | null = PLANNED, points = POINTS) => {
  const placed = placePoints(facilitation, points, { at: moment, plannedStart });
  return [...placed.points.map((point) => `${point.id} ${point.state} ${clockOf(point.at)}`), clockOf(placed.endsAt)];
};

describe('the clock of the current point', () => {
  test('counts what is left of the planned time', () => {
    expect(pointClock(AT_B, POINTS, at('14:48:18'))).toMatchObject({ spent: 798, allowed: 1200, left: 402, paused: false });
  });

  test('goes below nothing when the point runs over', () => {
    expect(pointClock(AT_B, POINTS, at('14:57:10'))?.left).toBe(-130);
  });

  test('has the minutes that were added', () => {
    expect(pointClock(withB({ addedMinutes: 10 }), POINTS, at('14:57:10'))).toMatchObject({ allowed: 1800, left: 470 });
  });

  test('stands still while it is paused, and goes on from there', () => {
    const paused = withB({ spentSeconds: 300 }, { agendaItemId: 'b', runningSince: null });
    expect(pointClock(paused, POINTS, at('18:00:00'))).toMatchObject({ spent: 300, left: 900, paused: true });
    const again = withB({ spentSeconds: 300 }, { agendaItemId: 'b', runningSince: iso('15:00:00') });
    expect(pointClock(again, POINTS, at('15:00:10'))?.left).toBe(890);
  });

  test('is none before the opening, after the last point, or when the point left the agenda', () => {
    expect(pointClock(BEFORE, POINTS, PLANNED)).toBeNull();
    expect(pointClock({ ...AT_B, current: null }, POINTS, PLANNED)).toBeNull();
    expect(pointClock(AT_B, POINTS.slice(2), PLANNED)).toBeNull();
  });

  test('never counts backwards when the server’s clock was put back', () => {
    expect(pointClock(AT_B, POINTS, at('14:34:00'))?.spent).toBe(0);
  });
});

describe('the points in time', () => {
  test('before the opening: as planned, however late it gets', () => {
    const planned = ['a coming 14:30:00', 'b coming 14:35:00', 'c coming 14:55:00', '15:10:00'];
    expect(place(BEFORE, at('14:00:00'))).toEqual(planned);
    expect(place(BEFORE, at('14:33:00'))).toEqual(planned);
  });

  test('while it goes on: the real hours of those begun, those to come shifted, and the end with them', () => {
    expect(place(AT_B, at('14:40:00'))).toEqual(['a done 14:31:00', 'b current 14:35:00', 'c coming 14:55:00', '15:10:00']);
  });

  test('time that runs over, is added or passes in a pause moves what follows', () => {
    expect(place(AT_B, at('14:57:10')).slice(2)).toEqual(['c coming 14:57:10', '15:12:10']);
    expect(place(withB({ addedMinutes: 5 }), at('14:40:00')).slice(2)).toEqual(['c coming 15:00:00', '15:15:00']);
    const paused = withB({ spentSeconds: 300 }, { agendaItemId: 'b', runningSince: null });
    expect(place(paused, at('14:50:00')).slice(2)).toEqual(['c coming 15:05:00', '15:20:00']);
  });

  test('after the last point the end is when it ended', () => {
    const over: Facilitation = {
      ...AT_B,
      current: null,
      points: POINTS.map(({ id }) => ({
        agendaItemId: id,
        startedAt: iso('14:31:00'),
        endedAt: iso('15:07:00'),
        spentSeconds: 9,
        addedMinutes: 0,
      })),
    };
    expect(place(over, at('16:00:00')).at(-1)).toBe('15:07:00');
  });

  test('once closed, the end is known, and points that were not held have no hour', () => {
    const closed = { ...AT_B, closedAt: iso('14:50:00'), current: { agendaItemId: 'b', runningSince: null } };
    expect(place(closed, at('18:00:00'))).toEqual(['a done 14:31:00', 'b done 14:35:00', 'c coming null', '14:50:00']);
  });

  test('a meeting without an hour has none before it is opened, and real ones from then on', () => {
    expect(place(BEFORE, at('14:00:00'), null)).toEqual(['a coming null', 'b coming null', 'c coming null', null]);
    expect(place(AT_B, at('14:40:00'), null).at(-1)).toBe('15:10:00');
  });

  test('when the current point left the agenda, the rest begins now', () => {
    const [a, , c] = POINTS as [(typeof POINTS)[number], unknown, (typeof POINTS)[number]];
    const gone = { ...AT_B, current: null, points: AT_B.points.slice(0, 1) };
    expect(place(gone, at('14:44:00'), PLANNED, [a, c])).toEqual(['a done 14:31:00', 'c coming 14:44:00', '14:59:00']);
  });
});

describe('the next point', () => {
  test('is the first, then the next that was not begun, then what was jumped over, then none', () => {
    expect(nextPoint(BEFORE, POINTS)).toBe('a');
    expect(nextPoint(AT_B, POINTS)).toBe('c');
    const jumped = { ...AT_B, current: { agendaItemId: 'c', runningSince: null }, points: [{ agendaItemId: 'a' }, { agendaItemId: 'c' }] };
    expect(nextPoint(jumped, POINTS)).toBe('b');
    expect(nextPoint({ current: null, points: POINTS.map(({ id }) => ({ agendaItemId: id })) }, POINTS)).toBeNull();
    expect(nextPoint(BEFORE, [])).toBeNull();
  });
});

test('the meeting counts from its opening to its closing', () => {
  expect(elapsed(BEFORE, at('15:00:00'))).toBeNull();
  expect(elapsed(AT_B, at('15:05:18'))).toBe(2058);
  expect(elapsed({ ...AT_B, closedAt: iso('15:00:00') }, at('20:00:00'))).toBe(1740);
});

test.each([
  [402, '6:42'],
  [0, '0:00'],
  [-130, '+2:10'],
  [2058, '34:18'],
  [3858, '1:04:18'],
])('%i seconds are written %s', (seconds, written) => {
  expect(formatSeconds(seconds)).toBe(written);
});
