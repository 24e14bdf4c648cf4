import { describe, expect, test } from 'vitest';
import { loadTypst } from '#server/minutes/files/load-typst.ts';
import { bareCompile, publishAll } from './minutes/measure.ts';
import { volumeOf } from './minutes/volume.ts';

describe.runIf(loadTypst() !== null)('what publishing takes', () => {
  test('grows no faster than the pages, in memory that stays bounded, and hardly keeps the server busy', { timeout: 120_000 }, async () => {
    const [six, eighty] = [await publishAll(volumeOf(18)), await publishAll(volumeOf(260))];
    expect(six.pages).toBeGreaterThanOrEqual(5);
    expect(eighty.pages).toBeGreaterThan(60);
    expect(eighty.cpu / six.cpu).toBeLessThan(eighty.pages / six.pages);
    // six pages: the machinery of three processes, and little besides
    expect(six.cpu / (await bareCompile())).toBeLessThan(8);
    expect(eighty.memory).toBeLessThan(700_000);
    expect(eighty.own).toBeLessThan(eighty.cpu / 4);
  });
});
