import { fewAtOnce } from '#server/few-at-once.ts';
import { runApart } from '#server/processes/run-apart.ts';
import type { Services } from '#server/services.ts';
import { bareHeaders } from './bare-headers.ts';
import { sizeUp } from './size-up.ts';
import { type ReadingOrder, type ReadMail, takeApart } from './take-apart.ts';

export type MailRead =
  | { fault: null; mail: ReadMail }
  /** `mail` is what the first headers say; null where not even they can be read. */
  | { fault: 'unreadable' | 'too_large'; mail: ReadMail | null };

const LIMITS = { memoryMb: 256, timeMs: 6000, outputBytes: 4_000_000 };
const inTurn = fewAtOnce(2);

/**
 * Reads a mail of anybody's. What is not small is read in a process of its own, so that a hostile one takes nothing from
 * anybody: when it takes too much time or memory it is known by its headers alone, and never read again. Throws only when
 * no process can be started.
 */
export async function readMail(services: Pick<Services, 'env' | 'log'>, raw: Uint8Array): Promise<MailRead> {
  const order: ReadingOrder = { mailFrom: services.env.mailFrom };
  const size = sizeUp(raw);
  if (size === 'too_large') return readHeaders(services, raw, 'too_large');
  if (size === 'small') {
    const mail = await takeApart(raw, order);
    return mail ? { fault: null, mail } : { fault: 'unreadable', mail };
  }
  return inTurn(async () => {
    const input = Buffer.concat([Buffer.from(`${JSON.stringify(order)}\n`), raw]);
    const answer = await runApart({ ...LIMITS, script: 'server/inbox/read-process.ts', input });
    const mail = answer.ok ? (JSON.parse(answer.output.toString('utf8')) as ReadMail | null) : null;
    if (mail) return { fault: null, mail };
    if (!answer.ok) services.log.error('a mail could not be read', { reason: answer.reason, bytes: raw.length, stderr: answer.stderr });
    return readHeaders(services, raw, !answer.ok && answer.reason === 'memory' ? 'too_large' : 'unreadable');
  });
}

/** What is known of a mail that is not read: by the headers at its beginning, of which there may be a part only. */
export async function readHeaders({ env }: Pick<Services, 'env'>, raw: Uint8Array, fault: 'unreadable' | 'too_large'): Promise<MailRead> {
  return { fault, mail: await takeApart(bareHeaders(raw), env) };
}
