import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { spreadCalls } from '#app/notes/spread-calls.ts';

const WITHIN_MS = 3000;
const REST_MS = 7000;

describe('pages that are told at once', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('ask at moments of their own, each once for any number of changes', async () => {
    let asked = 0;
    const pages = Array.from({ length: 500 }, () =>
      spreadCalls(
        async () => {
          asked += 1;
        },
        () => REST_MS,
      ),
    );
    for (let change = 0; change < 20; change += 1) for (const page of pages) page.soon(WITHIN_MS);
    const perTenth: number[] = [];
    for (let tenth = 0; tenth < 31; tenth += 1) {
      const before = asked;
      await vi.advanceTimersByTimeAsync(100);
      perTenth.push(asked - before);
    }
    expect(asked).toBe(500);
    expect(Math.max(...perTenth)).toBeLessThan(50);
  });

  test('rest after each answer, however often they are told, and never miss the last change', async () => {
    const at: number[] = [];
    let state = 0;
    let shown = 0;
    const page = spreadCalls(
      async () => {
        at.push(performance.now());
        shown = state;
      },
      () => REST_MS,
    );
    for (let second = 0; second < 60; second += 1) {
      state += 1;
      page.soon(WITHIN_MS);
      await vi.advanceTimersByTimeAsync(1000);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown).toBe(state);
    expect(at.length).toBeLessThanOrEqual(10);
    for (const [index, moment] of at.entries()) if (index > 0) expect(moment - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(REST_MS);
  });

  test('ask again when something changed while an answer was on its way, and after one that failed', async () => {
    const answers: (() => void)[] = [];
    const page = spreadCalls(
      () => new Promise((_, reject) => void answers.push(() => reject(new Error('offline')))),
      () => 0,
    );
    page.soon(0);
    await vi.advanceTimersByTimeAsync(1);
    page.soon(0);
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toHaveLength(2);
    page.stop();
    answers[1]?.();
    page.soon(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toHaveLength(2);
  });

  test('do not wait for what may wait when something else may not', async () => {
    let asked = 0;
    const page = spreadCalls(
      async () => {
        asked += 1;
      },
      () => 0,
    );
    for (let told = 0; told < 10; told += 1) page.soon(3_600_000);
    page.soon(1000);
    await vi.advanceTimersByTimeAsync(1001);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(7_200_000);
    expect(asked).toBe(1);
  });
});
