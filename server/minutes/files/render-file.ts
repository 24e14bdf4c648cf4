import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { askProcess } from '#server/processes/ask-process.ts';
import type { RenderingAnswer, RenderingCost, RenderingOrder } from './rendering.ts';

/** A volume of 400 pages takes less than a fifth of it. */
const MILLISECONDS = 25_000;
/** Of memory that is written to, in kilobytes; a volume of 400 pages takes less than half of it. */
const KILOBYTES = 1_500_000;
const CPU_SECONDS = 30;
/** Of answer; no volume comes near. */
const MOST_BYTES = 200_000_000;
/** Of what it says of its end, in characters. */
const MOST_DETAIL = 2000;

export type Rendering =
  | { ok: true; bytes: Buffer; pages: number | null; missing: string[]; cost: RenderingCost }
  /** unavailable: this server has no Typst. */
  | { ok: false; reason: 'unavailable' | 'too-long' | 'killed' | 'broken'; detail: string };

export interface RenderingLimits {
  milliseconds?: number;
  kilobytes?: number;
  /** The server stops: of several files no further one is begun, and the next start takes up what is left. */
  ending?: AbortSignal;
}

/** Renders one file in a process of its own, which the limits end if need be. Never throws for what is in the document. */
export async function renderFile(order: RenderingOrder, limits: RenderingLimits = {}): Promise<Rendering> {
  const { milliseconds = MILLISECONDS, kilobytes = KILOBYTES } = limits;
  const [command, args] = commandWithin(kilobytes);
  const asked = { command, args, input: JSON.stringify(order), timeMs: milliseconds, outputBytes: MOST_BYTES };
  const { ended, code, signal, output, stderr } = await askProcess(asked);
  const detail = stderr.slice(-MOST_DETAIL);
  if (ended === 'time') return { ok: false, reason: 'too-long', detail };
  if (ended) return { ok: false, reason: 'killed', detail: `${ended} ${detail}` };
  if (code !== 0)
    return { ok: false, reason: signal === null && !outOfMemory(code) ? 'broken' : 'killed', detail: `${signal ?? code} ${detail}` };
  return read(output) ?? { ok: false, reason: 'broken', detail: 'The answer is not whole.' };
}

/**
 * The limits are the kernel's where there is a shell to set them: memory is refused before the machine runs out of it. Node is
 * run as it runs here, but with nothing of the environment: a document that got the better of it would find no secret.
 */
function commandWithin(kilobytes: number): [string, string[]] {
  const script = path.join(path.dirname(findPackageJSON(import.meta.url) ?? ''), 'server/minutes/files/render-process.ts');
  const node = [process.execPath, ...process.execArgv, script] as const;
  if (process.platform === 'win32') return [node[0], node.slice(1)];
  return ['/bin/sh', ['-c', `ulimit -d ${kilobytes}; ulimit -t ${CPU_SECONDS}; exec "$@"`, 'sh', ...node]];
}

/** 134 = SIGABRT through a shell, 137 = SIGKILL, 139 = SIGSEGV: how a process ends that gets no more memory. */
function outOfMemory(code: number | null): boolean {
  return code !== null && code > 128;
}

/** Null when the process was cut off in the middle of its answer. */
function read(output: Buffer): Rendering | null {
  const end = output.indexOf('\n');
  if (end === -1) return null;
  const answer = JSON.parse(output.toString('utf8', 0, end)) as RenderingAnswer;
  if (!answer.ok) return { ...answer, detail: '' };
  const bytes = output.subarray(end + 1);
  const { pages, missing, cost } = answer;
  return bytes.length === answer.size ? { ok: true, bytes, pages, missing, cost } : null;
}
