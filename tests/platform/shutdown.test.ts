import { expect, test } from 'vitest';
import { createLogger } from '#server/logger.ts';
import { Shutdown } from '#server/shutdown.ts';

test('what was started last is stopped first, and a part that fails to stop keeps none of the others', async () => {
  const lines: string[] = [];
  const stopped: string[] = [];
  const shutdown = new Shutdown(createLogger('error', (line) => void lines.push(line)));
  shutdown.add('database', () => void stopped.push('database'));
  shutdown.add('jobs', async () => {
    throw new Error('stuck');
  });
  shutdown.add('http', () => void stopped.push('http'));
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(stopped).toEqual(['http', 'database']);
  expect(lines.join()).toContain('stuck');
});
