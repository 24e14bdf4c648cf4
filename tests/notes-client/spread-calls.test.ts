import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { spreadCalls } from '#app/notes/spread-calls.ts';

const PACE = { spreadMs: 3000, restMs: 7000 };

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
        () => PACE,
      ),
    );
    for (let change = 0; change < 20; change += 1) for (const page of pages) page.soon();
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
      () => PACE,
    );
    for (let second = 0; second < 60; second += 1) {
      state += 1;
      page.soon();
      await vi.advanceTimersByTimeAsync(1000);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown).toBe(state);
    expect(at.length).toBeLessThanOrEqual(10);
    for (const [index, moment] of at.entries()) if (index > 0) expect(moment - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(PACE.restMs);
  });

  test('ask again when something changed while an answer was on its way, and after one that failed', async () => {
    const answers: (() => void)[] = [];
    const page = spreadCalls(
      () => new Promise((_, reject) => void answers.push(() => reject(new Error('offline')))),
      () => ({ spreadMs: 0, restMs: 0 }),
    );
    page.soon();
    await vi.advanceTimersByTimeAsync(1);
    page.soon();
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toHaveLength(2);
    page.stop();
    answers[1]?.();
    page.soon();
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toHaveLength(2);
  });
});
