import { expect, test } from 'vitest';
import { type Heard, newsOf, stageOf } from '#app/facilitation/timer-stage.ts';

test.each([
  [301, 1200, 'begun'],
  [300, 1200, 'five'],
  [61, 1200, 'five'],
  [60, 1200, 'one'],
  [0, 1200, 'one'],
  [-1, 1200, 'over'],
  // planned for five minutes: that five are left is no news
  [300, 300, 'begun'],
  [60, 300, 'one'],
  [30, 60, 'begun'],
  [-1, 0, 'over'],
])('with %i seconds left of %i, a point is at « %s »', (left, allowed, stage) => {
  expect(stageOf({ left, allowed })).toBe(stage);
});

test('each stage is said once, and none again when time is added', () => {
  const course = (['begun', 'five', 'five', 'one', 'over', 'five', 'one'] as const).map((stage): Heard => ({ pointId: 'a', stage }));
  const said = course.map((heard, index) => newsOf(course[index - 1] ?? null, heard));
  expect(said).toEqual(['point', 'five', null, 'one', 'over', null, 'one']);
});

test('a new point is said by its name, and that there is none is not said', () => {
  expect(newsOf({ pointId: 'a', stage: 'over' }, { pointId: 'b', stage: 'begun' })).toBe('point');
  expect(newsOf({ pointId: 'a', stage: 'over' }, null)).toBeNull();
});
