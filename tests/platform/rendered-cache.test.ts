import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { RenderedCache } from '#server/http/rendered-cache.ts';

const MEGABYTES = 1024 * 1024;

test('what is kept compressed takes room too: the page asked for longest ago goes', async () => {
  const cache = new RenderedCache({ now: () => Temporal.Instant.from('2022-06-01T08:00:00Z') });
  const writings: string[] = [];
  const ask = (name: string, zipped: boolean) =>
    cache.find(name, '1', {
      zipped,
      write: async () => {
        writings.push(name);
        // gzip takes half of it away
        return randomBytes(4.5 * MEGABYTES).toString('hex');
      },
    });
  for (const name of ['a', 'b', 'c']) await ask(name, false);
  for (const name of ['a', 'b']) await ask(name, true);
  expect(writings).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'b', 'c']) await ask(name, false);
  expect(writings).toEqual(['a', 'b', 'c', 'c']);
});
