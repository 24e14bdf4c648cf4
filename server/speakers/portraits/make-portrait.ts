import { SPEAKER_LIMITS } from '#app/model/speakers.ts';
import { fewAtOnce } from '#server/few-at-once.ts';
import type { Logger } from '#server/logger.ts';
import { runApart } from '#server/processes/run-apart.ts';

/** heic: that of phones, which is not read here (its codec is patented) and is easily saved as JPEG. */
export type PortraitFault = 'empty' | 'too-heavy' | 'not-a-picture' | 'too-large' | 'too-small' | 'broken' | 'heic';
const FAULTS: readonly PortraitFault[] = ['not-a-picture', 'too-large', 'too-small', 'broken', 'heic'];

const LIMITS = { memoryMb: 900, timeMs: 20_000, outputBytes: 1_000_001, machineCode: true };
const inTurn = fewAtOnce(2);

/**
 * A square portrait in WebP, upright and without anything that a camera wrote beside the picture, out of whatever somebody
 * sent. It is decoded in a process of its own, so that a hostile one takes nothing but its own answer.
 */
export async function makePortrait(
  log: Logger,
  bytes: Uint8Array,
): Promise<{ ok: true; webp: Buffer } | { ok: false; reason: PortraitFault }> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes.length > SPEAKER_LIMITS.portraitBytes) return { ok: false, reason: 'too-heavy' };
  const made = await inTurn(() => runApart({ ...LIMITS, script: 'server/speakers/portraits/portrait-process.ts', input: bytes }));
  if (!made.ok) {
    log.info('a portrait could not be made', { reason: made.reason, bytes: bytes.length, stderr: made.stderr });
    return { ok: false, reason: made.reason === 'crash' ? 'broken' : 'too-large' };
  }
  if (made.output[0] === 0x3d) return { ok: true, webp: made.output.subarray(1) };
  const said = made.output.toString('latin1', 1);
  return { ok: false, reason: FAULTS.find((fault) => fault === said) ?? 'broken' };
}
