// What the live notes cost beside their peers and beside a relay that keeps nothing: `npm run bench notes` (main.ts of the
// folder tells what can be set). The code is bundled as the product's is; a development server would slow it down.
import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const folder = `node_modules/.cache/tertulia-bench-${process.pid}`;
const scripts = ['main.ts', 'load-process.ts', ...globSync('servers/*.ts', { cwd: `${import.meta.dirname}/notes` })];
try {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'es2023',
      rolldownOptions: { input: Object.fromEntries(scripts.map((script) => [path.parse(script).name, `tests/bench/notes/${script}`])) },
    },
  });
  const { run } = await import(path.resolve(folder, 'main.js'));
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
