import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerClock } from '#app/facilitation/server-clock.ts';

const SERVER = '2022-06-20T14:31:00Z';

beforeEach(() => {
  // a device that is a day behind
  vi.useFakeTimers({ now: Date.parse('2022-06-19T14:31:00Z') });
});
afterEach(() => vi.useRealTimers());

test('the page counts on from the server’s time, whatever the device’s clock says', () => {
  const clock = new ServerClock(SERVER);
  const heard: number[] = [];
  clock.watch(() => heard.push(clock.value));
  expect(clock.value).toBe(Date.parse(SERVER));
  vi.advanceTimersByTime(2000);
  expect(clock.value).toBe(Date.parse(SERVER) + 2000);
  expect(heard).toHaveLength(4);
});

test('a device that slept shows the right time at its first tick, and the server puts it right at its next word', () => {
  const clock = new ServerClock(SERVER);
  clock.watch(() => {});
  vi.setSystemTime(Date.now() + 600_000);
  vi.advanceTimersByTime(500);
  expect(clock.value).toBe(Date.parse(SERVER) + 600_500);
  clock.adjust('2022-06-20T14:41:30Z');
  expect(clock.value).toBe(Date.parse('2022-06-20T14:41:30Z'));
});

test('a device whose clock is put back meanwhile stands still rather than going back before the server’s word', () => {
  const clock = new ServerClock(SERVER);
  clock.watch(() => {});
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(500);
  expect(clock.value).toBe(Date.parse(SERVER));
});

test('nothing ticks once nobody looks', () => {
  const clock = new ServerClock(SERVER);
  const stop = clock.watch(() => {});
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
