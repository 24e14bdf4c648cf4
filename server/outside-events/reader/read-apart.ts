import { fewAtOnce } from '#server/few-at-once.ts';
import type { Logger } from '#server/logger.ts';
import { runApart } from '#server/processes/run-apart.ts';
import type { ReadCalendar, ReadingOrder } from './read-calendar.ts';

export type CalendarAnswer = ReadCalendar | { ok: false; fault: 'too_slow' | 'damaged' };

const LIMITS = { memoryMb: 500, timeMs: 25_000, outputBytes: 12_000_000 };
const inTurn = fewAtOnce(2);

/** Reads a calendar's file in a process of its own, so that a hostile one takes nothing from anybody but its own answer. */
export function readCalendarApart(log: Logger, bytes: Uint8Array, order: ReadingOrder): Promise<CalendarAnswer> {
  return inTurn(async () => {
    const input = Buffer.concat([Buffer.from(`${JSON.stringify(order)}\n`), bytes]);
    const answer = await runApart({ ...LIMITS, script: 'server/outside-events/reader/read-process.ts', input });
    if (answer.ok) return JSON.parse(answer.output.toString('utf8')) as CalendarAnswer;
    log.error('a calendar could not be read', { reason: answer.reason, bytes: bytes.length, stderr: answer.stderr });
    return { ok: false, fault: answer.reason === 'crash' ? 'damaged' : 'too_slow' };
  });
}
