import { describe, expect, test } from 'vitest';
import { hasSlot, hoursToDraw, slotsOfDay } from '#app/model/day-slots.ts';
import { randomFrom } from '#tests/support/random.ts';

const DAY = '2026-12-14';
const at = (start: string, end: string) => ({
  hours: { start: start.length > 5 ? start : `${DAY}T${start}`, end: end.length > 5 ? end : `${DAY}T${end}`, again: false },
});
const drawn = (day: string, ...items: ReturnType<typeof at>[]) =>
  slotsOfDay(day, items).map(({ from, to, lane, lanes }) => `${from}-${to} ${lane + 1}/${lanes}`);

describe('the column of a day', () => {
  test('gives a meeting alone its whole width', () => {
    expect(drawn(DAY, at('09:00', '10:00'), at('10:00', '11:30'))).toEqual(['540-600 1/1', '600-690 1/1']);
  });

  test('puts what overlaps side by side, and gives a lane again when it is free', () => {
    expect(drawn(DAY, at('09:00', '12:00'), at('09:30', '10:00'), at('10:00', '11:00'), at('14:00', '15:00'))).toEqual([
      '540-720 1/2',
      '570-600 2/2',
      '600-660 2/2',
      '840-900 1/1',
    ]);
  });

  test('draws what is short as long as its title needs, and nothing over it', () => {
    expect(drawn(DAY, at('09:00', '09:05'), at('09:10', '09:40'))).toEqual(['540-570 1/2', '550-580 2/2']);
    expect(drawn(DAY, at('23:50', '2026-12-15T00:00'))).toEqual(['1410-1440 1/1']);
  });

  test('shows a night on both of its days, and midnight on the first', () => {
    const night = at('22:00', '2026-12-15T01:30');
    expect(slotsOfDay(DAY, [night])).toMatchObject([{ from: 1320, to: 1440, before: false, after: true }]);
    expect(slotsOfDay('2026-12-15', [night])).toMatchObject([{ from: 0, to: 90, before: true, after: false }]);
    expect(slotsOfDay('2026-12-16', [night])).toEqual([]);
    const untilMidnight = at('22:00', '2026-12-15T00:00');
    expect(slotsOfDay(DAY, [untilMidnight])).toMatchObject([{ from: 1320, to: 1440, after: false }]);
    expect(slotsOfDay('2026-12-15', [untilMidnight])).toEqual([]);
  });

  test('draws an end that reads before its start, while clocks are put back, after it', () => {
    expect(drawn('2026-10-25', at('2026-10-25T02:30', '2026-10-25T02:00'))).toEqual(['150-180 1/1']);
  });

  test('leaves out what has no hours, and what lasts a day or more', () => {
    expect(slotsOfDay(DAY, [{ hours: null }])).toEqual([]);
    expect(hasSlot({ hours: null })).toBe(false);
    expect(hasSlot(at('09:00', '2026-12-15T08:59'))).toBe(true);
    expect(hasSlot(at('09:00', '2026-12-15T09:00'))).toBe(false);
  });

  test('never draws one over another, however full the day', () => {
    const random = randomFrom(20261214);
    for (let round = 0; round < 200; round += 1) {
      const items = Array.from({ length: 1 + random(25) }, () => {
        const start = random(1380);
        return at(clock(start), clock(Math.min(1439, start + 5 + random(240))));
      });
      const slots = slotsOfDay(DAY, items);
      expect(slots.length).toBe(items.length);
      for (const one of slots)
        for (const other of slots) {
          const meet = one !== other && one.from < other.to && other.from < one.to;
          if (meet) expect([one.lane === other.lane, one.lanes === other.lanes]).toEqual([false, true]);
          expect(one.lane).toBeLessThan(one.lanes);
        }
    }
  });
});

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

test('a week is drawn from the first hour that it needs to the last, and never less than the office’s', () => {
  const office = { from: 9, to: 19 };
  expect(hoursToDraw([], office)).toEqual(office);
  expect(
    hoursToDraw(
      [
        { from: 400, to: 460 },
        { from: 1200, to: 1290 },
      ],
      office,
    ),
  ).toEqual({ from: 6, to: 22 });
});
