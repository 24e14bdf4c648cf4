// What `npm start` and `npm run dev` run: on Node 26, with a build that is as new as the sources.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './start/build-if-stale.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dev = process.argv.includes('--dev');
const NODE = 26;

if (Number(process.versions.node.split('.')[0]) < NODE) runOnBundledNode();
else await run();

/** The lockfile brings Node 26; a shell that starts this file by hand may have an older one. */
function runOnBundledNode() {
  const node = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) fail(`Tertulia needs Node ${NODE} (this is ${process.versions.node}) and brings it along: run "npm ci" first.`);
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl+C reaches the child from the terminal; what is sent to this process alone is passed on
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function run() {
  if (process.env.npm_lifecycle_event) endWithParent();
  process.env.NODE_ENV ??= dev ? 'development' : 'production';
  try {
    await (dev ? startFromSources() : startFromBuild());
  } catch (error) {
    // a fault of the settings or of the machine says what to do; its stack would only hide that
    fail(error?.name === 'StartError' ? error.message : (error?.stack ?? error));
  }
}

/** npm passes a signal to its shell only, and the shell ends without telling anybody: without this, `npm start` would leave the product running. */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}

async function startFromBuild() {
  await buildIfStale(root, say);
  const { start } = await import(path.join(root, 'build/server/index.js'));
  await start({ root, say });
}

async function startFromSources() {
  const { createServer } = await import('vite');
  // its adapter has to share one copy of React Router with the pages: Vite takes the one made for development, Node the other
  const ssr = { noExternal: [/^@react-router\//] };
  const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom', ssr });
  const { start } = await vite.ssrLoadModule('/server/index.ts');
  const build = () => vite.ssrLoadModule('virtual:react-router/server-build');
  await start({ root, say, dev: { middleware: vite.middlewares, build } });
}

function say(line) {
  console.log(line);
}

function fail(reason) {
  console.error(String(reason));
  process.exit(1);
}
