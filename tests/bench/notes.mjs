// What the live notes cost, against the least that any server could do: node tests/bench/notes.mjs
// BENCH_WRITERS and BENCH_SECONDS change the load. The code is bundled as the product's is; a development server would slow it down.
import { rmSync } from 'node:fs';
import { build } from 'vite';

const outDir = 'node_modules/.cache/tertulia-bench';
const entries = ['notes-bench', 'notes-server', 'notes-relay'];
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { input: Object.fromEntries(entries.map((name) => [name, `tests/bench/${name}.ts`])) },
  },
});
const at = (name) => `${process.cwd()}/${outDir}/${name}.js`;
const { run } = await import(at('notes-bench'));
await run({ server: at('notes-server'), relay: at('notes-relay') });
rmSync(outDir, { recursive: true, force: true });
