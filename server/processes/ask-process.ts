import { spawn } from 'node:child_process';

export interface ProcessToAsk {
  command: string;
  args: readonly string[];
  /** Where it runs; here unless told. */
  cwd?: string;
  /** All of its standard input. */
  input: Uint8Array | string;
  /** Most that it may take, in milliseconds, and answer, in bytes. */
  timeMs: number;
  outputBytes: number;
  /** Looked at ten times a second; true ends it for its memory. */
  tooLarge?: (pid: number) => boolean;
}

export interface ProcessAnswer {
  /** Why it was ended from here; null: it ended by itself, or by the kernel. */
  ended: 'time' | 'memory' | 'output' | null;
  code: number | null;
  signal: NodeJS.Signals | null;
  output: Buffer;
  /** Its last words, cut. */
  stderr: string;
}

const WATCH_MS = 100;
const MOST_STDERR = 4000;

/**
 * Starts a process with nothing of our environment, hands it its input and waits for its answer, whatever it does: too slow,
 * too talkative or too large, it is killed. What else it may do is the command's business. Throws when it cannot be started.
 */
export async function askProcess(asked: ProcessToAsk): Promise<ProcessAnswer> {
  const { command, args, cwd, input, timeMs, outputBytes, tooLarge } = asked;
  const child = spawn(command, args, { cwd, env: {}, stdio: ['pipe', 'pipe', 'pipe'] });
  let ended: ProcessAnswer['ended'] = null;
  const end = (why: ProcessAnswer['ended']) => {
    ended ??= why;
    child.kill('SIGKILL');
  };
  const clock = setTimeout(() => end('time'), timeMs);
  const watch = setInterval(() => {
    if (child.pid && tooLarge?.(child.pid)) end('memory');
  }, WATCH_MS);
  const output: Buffer[] = [];
  let size = 0;
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > outputBytes) end('output');
    else output.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-MOST_STDERR);
  });
  // a process that ended before it read everything: its exit says why
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  try {
    const { promise, resolve, reject } = Promise.withResolvers<[number | null, NodeJS.Signals | null]>();
    child.once('error', reject).once('close', (...exit) => resolve(exit));
    const [code, signal] = await promise;
    return { ended, code, signal, output: Buffer.concat(output), stderr };
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
  }
}
