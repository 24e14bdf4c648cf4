// A process of its own that serves sockets, to be killed: node note-server.mjs, as vitest would load it.
import { createServer } from 'vite';

const vite = await createServer({
  configFile: false,
  root: process.cwd(),
  server: { middlewareMode: true, hmr: false, ws: false },
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
});
const { serve } = await vite.ssrLoadModule('/tests/realtime/serve-notes.ts');
await serve(JSON.parse(process.argv[2] ?? '{}'));
