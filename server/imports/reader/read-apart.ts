import type { ImportDraft, ReadingFault } from '#app/model/imports.ts';
import { fewAtOnce } from '#server/few-at-once.ts';
import type { Logger } from '#server/logger.ts';
import { runApart } from '#server/processes/run-apart.ts';
import type { ReadFile } from './read-fault.ts';

type Answer<T> = ({ ok: true } & T) | { ok: false; fault: ReadingFault };
export type ReadAnswer = Answer<ReadFile>;
export type DraftAnswer = Answer<Pick<ReadFile, 'format'> & { draft: ImportDraft }>;

const LIMITS = { memoryMb: 700, timeMs: 30_000, outputBytes: 30_000_000 };
const inTurn = fewAtOnce(2);

/** Reads a document in a process of its own, so that a hostile one takes nothing from anybody but its own answer. */
export function readApart(log: Logger, bytes: Uint8Array): Promise<ReadAnswer> {
  return answerApart(log, { script: 'server/imports/reader/read-process.ts', bytes });
}

/** Reads a document and proposes what is to become of it, both in that process: the words of a document are as hostile as its bytes. */
export function draftApart(log: Logger, bytes: Uint8Array): Promise<DraftAnswer> {
  return answerApart(log, { script: 'server/imports/reader/draft-process.ts', bytes });
}

function answerApart<T>(log: Logger, { script, bytes }: { script: string; bytes: Uint8Array }): Promise<Answer<T>> {
  return inTurn(async () => {
    const answer = await runApart({ ...LIMITS, script, input: bytes });
    if (answer.ok) return JSON.parse(answer.output.toString('utf8')) as Answer<T>;
    log.error('a document could not be read', { reason: answer.reason, bytes: bytes.length, stderr: answer.stderr });
    return { ok: false, fault: answer.reason === 'crash' ? 'damaged' : 'too_slow' };
  });
}
