import type { ChildProcess } from 'node:child_process';

// Calls from the bench to its processes, over the channel that Node opens between them.

/** The methods of T, called in another process. */
export type Remote<T> = {
  [K in keyof T as T[K] extends (...values: never[]) => unknown ? K : never]: T[K] extends (...values: infer A) => infer R
    ? (...values: A) => Promise<Awaited<R>>
    : never;
};

interface Call {
  id: number;
  method: string;
  values: unknown[];
}
interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** In the other process: does what is asked of `target`. It leaves when the bench does. */
export function answerCalls(target: object): void {
  const methods = target as Record<string, (...values: unknown[]) => unknown>;
  process.on('message', async ({ id, method, values }: Call) => {
    try {
      process.send?.({ id, result: await methods[method]?.(...values) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
}

/** Rejects when the process ends before it answered. */
export function remote<T>(child: ChildProcess): Remote<T> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  child.on('message', ({ id, result, error }: Answer) => {
    if (error === undefined) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`A process of the bench ended (${code}).`));
  });
  const call = (method: string, values: unknown[]) => {
    calls += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(calls, answer);
    child.send({ id: calls, method, values } satisfies Call);
    return answer.promise;
  };
  // whoever awaits this object asks for `then`, which it has not
  const get = (_: object, method: string) => (method === 'then' ? undefined : (...values: unknown[]) => call(method, values));
  return new Proxy({}, { get }) as Remote<T>;
}
