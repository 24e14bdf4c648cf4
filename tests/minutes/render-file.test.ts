import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { sampleOrder } from '#server/groups/style/sample-order.ts';
import { renderFile } from '#server/minutes/files/render-file.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  process.execArgv.splice(0, 1);
});

test('the process that renders is given no secret of ours, and what it says of its end is cut', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://someone:secret@db.example/tertulia');
  process.execArgv.unshift(`--import=${path.resolve('tests/minutes/telling-environment.mjs')}`);
  const rendering = await renderFile(sampleOrder({ colour: '#0e4a3e', footer: '', logo: null }));
  expect(rendering).toMatchObject({ ok: false, reason: 'broken' });
  const detail = rendering.ok ? '' : rendering.detail;
  expect(detail.length).toBeLessThan(2100);
  // a shell sets some of its own
  const given = (detail.split(' ').at(-1) ?? '').split(',').filter((name) => !['OLDPWD', 'PWD', 'SHLVL', '_'].includes(name));
  expect(given.filter(Boolean)).toEqual([]);
});
