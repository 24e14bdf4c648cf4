import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { askProcess } from './ask-process.ts';

export interface ApartRequest {
  /** A module of ours, from the root of the project ('server/…'), run from its source. */
  script: string;
  input: Uint8Array;
  /** Most that it may use, in megabytes, and take, in milliseconds. */
  memoryMb: number;
  timeMs: number;
  /** Most that it may answer, in bytes. */
  outputBytes: number;
  /** Loads a library of machine code, which those limits do not bind: only one that is given bytes, and no paths. */
  machineCode?: boolean;
}

export type ApartAnswer = { ok: true; output: Buffer } | { ok: false; reason: 'time' | 'memory' | 'crash'; stderr: string };

const SOURCES = ['server', 'app', 'node_modules', 'package.json'];

/**
 * Runs a module in a process of its own, which reads `input` and answers bytes. It has no environment, no network, starts no
 * other process, reads no file but sources and libraries and writes none (Node's permission model), and ends when it takes too much time or memory.
 */
export async function runApart({ script, input, memoryMb, timeMs, outputBytes, machineCode = false }: ApartRequest): Promise<ApartAnswer> {
  const root = projectRoot();
  const { ended, code, output, stderr } = await askProcess({
    command: process.execPath,
    args: [
      '--permission',
      ...(machineCode ? ['--allow-addons'] : []),
      ...readable(root, script).map((place) => `--allow-fs-read=${place}`),
      `--max-old-space-size=${Math.round(memoryMb * 0.7)}`,
      '--disable-warning=SecurityWarning',
      path.join(root, script),
    ],
    ...{ cwd: root, input, timeMs, outputBytes },
    // the engine's own limit counts no buffers
    tooLarge: (pid) => residentMb(pid) > memoryMb,
  });
  if (ended) return { ok: false, reason: ended === 'time' ? 'time' : 'memory', stderr };
  if (code === 0) return { ok: true, output };
  return { ok: false, reason: /heap out of memory|Array buffer allocation failed/i.test(stderr) ? 'memory' : 'crash', stderr };
}

/** Sources and libraries, where they are and where links lead; never the folder that has the settings and the data beside them. */
function readable(root: string, script: string): string[] {
  const places = [...SOURCES, script].map((name) => path.join(root, name)).filter((place) => existsSync(place));
  return [...new Set(places.flatMap((place) => [place, realpathSync(place)]))];
}

/** What a process holds in memory, in megabytes; 0 where the system does not tell (only Linux does, in proc(5)). */
function residentMb(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / 1e6;
  } catch {
    return 0; // ended meanwhile, or another system
  }
}

/** The folder that holds the sources, whether this runs from them or from the build. */
function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) throw new Error('The folder of the project was not found.');
  }
}
