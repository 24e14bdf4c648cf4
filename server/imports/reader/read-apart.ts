import type { ReadingFault } from '#app/model/imports.ts';
import type { Logger } from '#server/logger.ts';
import type { ReadFile } from './read-fault.ts';
import { runApart } from './run-apart.ts';

export type ReadAnswer = ({ ok: true } & ReadFile) | { ok: false; fault: ReadingFault };

const LIMITS = { script: 'server/imports/reader/read-process.ts', memoryMb: 700, timeMs: 30_000, outputBytes: 30_000_000 };
/** Documents read at once; the others wait for their turn. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Reads a document in a process of its own, so that a hostile one takes nothing from anybody but its own answer. */
export async function readApart(log: Logger, bytes: Uint8Array): Promise<ReadAnswer> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    const answer = await runApart({ ...LIMITS, input: bytes });
    if (answer.ok) return JSON.parse(answer.output.toString('utf8')) as ReadAnswer;
    log.error('a document could not be read', { reason: answer.reason, bytes: bytes.length, stderr: answer.stderr });
    return { ok: false, fault: answer.reason === 'crash' ? 'damaged' : 'too_slow' };
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
