import { type SlidesFormat, SPEAKER_LIMITS } from '#app/model/speakers.ts';
import { fewAtOnce } from '#server/few-at-once.ts';
import type { Logger } from '#server/logger.ts';
import { runApart } from '#server/processes/run-apart.ts';
import type { SlidesFault } from './slides-fault.ts';

export type SlidesRefusal = SlidesFault | 'empty' | 'too-heavy';
type Checked = { ok: true; format: SlidesFormat } | { ok: false; reason: SlidesRefusal };

const LIMITS = { memoryMb: 700, timeMs: 30_000, outputBytes: 1000 };
const inTurn = fewAtOnce(2);

/** What a file is, by what it holds; or why it is not taken. Looked at in a process of its own. */
export async function checkSlides(log: Logger, bytes: Uint8Array): Promise<Checked> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes.length > SPEAKER_LIMITS.slidesBytes) return { ok: false, reason: 'too-heavy' };
  const read = await inTurn(() => runApart({ ...LIMITS, script: 'server/speakers/slides/slides-process.ts', input: bytes }));
  if (read.ok) return JSON.parse(read.output.toString('utf8')) as Checked;
  log.info('slides could not be looked at', { reason: read.reason, bytes: bytes.length, stderr: read.stderr });
  return { ok: false, reason: read.reason === 'crash' ? 'damaged' : 'bomb' };
}
