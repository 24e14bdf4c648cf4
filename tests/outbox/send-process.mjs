// A process of its own that sends one mail, to be killed on the way: node send-process.mjs, as vitest would load it.
import { createServer } from 'vite';

const vite = await createServer({
  configFile: false,
  root: process.cwd(),
  server: { middlewareMode: true, hmr: false, ws: false },
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
});
const { sendOne } = await vite.ssrLoadModule('/tests/outbox/send-one.ts');
await sendOne(JSON.parse(process.argv[2] ?? '{}'));
await vite.close();
process.exit(0);
