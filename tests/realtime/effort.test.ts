import { afterEach, describe, expect, test, vi } from 'vitest';
import { Effort } from '#server/realtime/effort.ts';

let now = 0;
vi.spyOn(performance, 'now').mockImplementation(() => now);
afterEach(() => {
  now += 1_000_000;
});
/** Work that takes as many milliseconds. */
const work = (ms: number) => () => {
  now += ms;
  return 'done';
};

describe('the time that judging takes', () => {
  test('whoever makes the server work for long waits until it is paid for, and nobody else does', () => {
    const effort = new Effort();
    expect(effort.judge(1, work(1300))).toBe('done');
    expect(effort.judge(1, work(1))).toBeNull();
    expect(effort.judge(2, work(1))).toBe('done');
    now += 2900;
    expect(effort.judge(1, work(1))).toBeNull();
    now += 200;
    expect(effort.judge(1, work(1))).toBe('done');
  });

  test('a tenth of it in the long run, whatever is sent', () => {
    const effort = new Effort();
    let worked = 0;
    const start = now;
    while (now - start < 60_000) {
      if (effort.judge(1, work(40))) worked += 40;
      else now += 1;
    }
    expect(worked).toBeLessThan(1000 + 6000 + 40);
  });

  test('twenty keys a second, as long as one likes, are never refused', () => {
    const effort = new Effort();
    for (let k = 0; k < 5000; k += 1) {
      expect(effort.judge(1, work(0.5))).toBe('done');
      now += 50;
    }
  });
});
