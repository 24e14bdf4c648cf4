// What it costs to queue and to send many mails: `npm run bench -- mail-queue` (mail/main.ts). The code is bundled as the
// product's is; a development server would slow it down.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const folder = `node_modules/.cache/tertulia-bench-${process.pid}`;
try {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, outDir: folder, target: 'es2023', rolldownOptions: { input: { main: 'tests/bench/mail/main.ts' } } },
  });
  const { run } = await import(path.resolve(folder, 'main.js'));
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
