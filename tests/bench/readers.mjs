// What 500 readers of open notes cost while one person writes, beside 50: `npm run bench -- readers`. Real sockets to a real
// server, in this process; the database is one that starts for it.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const folder = `node_modules/.cache/tertulia-readers-${process.pid}`;
try {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, outDir: folder, target: 'es2023', rolldownOptions: { input: { readers: 'tests/bench/readers/readers.ts' } } },
  });
  const { run } = await import(path.resolve(folder, 'readers.js'));
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
