import { spawn } from 'node:child_process';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

const SOURCES = [
  'app',
  'server',
  'db',
  'emails',
  'project.inlang/settings.json',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
];
// written by the build itself
const GENERATED = path.join('app', 'messages', 'compiled');

/** Builds when there is no finished build, or one older than the sources. Throws what the build said when it fails. */
export async function buildIfStale(root, say) {
  const built = path.join(root, 'build/server/index.js');
  const newest = Math.max(...SOURCES.map((source) => newestIn(root, source)));
  if (changedAt(built) >= newest) return;
  say('Building the pages (once, and after each change of the sources)');
  const begun = new Date();
  await build(root);
  // so that a source that changed during the build is newer
  utimesSync(built, begun, begun);
}

async function build(root) {
  const cli = path.join(root, 'node_modules/@react-router/dev/bin.cjs');
  const child = spawn(process.execPath, [cli, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const stop = (signal) => child.kill(signal);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (code !== 0) throw Object.assign(new Error(`The build failed:\n${output}`), { name: 'StartError' });
}

function newestIn(root, relative) {
  const file = path.join(root, relative);
  if (relative === GENERATED) return 0;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newestIn(root, path.join(relative, name))));
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}
