import { setImmediate } from 'node:timers/promises';

/** Items written at a time: some milliseconds. */
const CHUNK = 50;

/** What `write` makes of each item, some at a time; between them others have their turn. */
export async function* inTurns<T>(items: Iterable<T> | AsyncIterable<T>, write: (item: T) => string): AsyncGenerator<string> {
  let written = '';
  let count = 0;
  for await (const item of items) {
    written += write(item);
    count += 1;
    if (count % CHUNK > 0) continue;
    yield written;
    written = '';
    await setImmediate();
  }
  yield written;
}
