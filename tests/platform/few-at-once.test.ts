import { expect, test, vi } from 'vitest';
import { fewAtOnce } from '#server/few-at-once.ts';

test('as many as may run at once do, the others in their order, and a failure gives its place too', async () => {
  const inTurn = fewAtOnce(2);
  const begun: number[] = [];
  const ends = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
  const all = ends.map(({ promise }, index) =>
    inTurn(() => {
      begun.push(index);
      return promise;
    }),
  );
  const settled = Promise.allSettled(all);
  expect(begun).toEqual([0, 1]);
  ends[1]?.reject(new Error('It failed.'));
  await expect(all[1]).rejects.toThrow('It failed.');
  await vi.waitFor(() => expect(begun).toEqual([0, 1, 2]));
  ends[0]?.resolve(0);
  ends[2]?.resolve(2);
  await vi.waitFor(() => expect(begun).toEqual([0, 1, 2, 3, 4]));
  ends[3]?.resolve(3);
  ends[4]?.resolve(4);
  expect((await settled).map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([0, 'failed', 2, 3, 4]);
  expect(await inTurn(async () => 'free again')).toBe('free again');
});
