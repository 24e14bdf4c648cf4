import { once } from 'node:events';
import { type ReadFile, Unreadable } from './read-fault.ts';
import { readFile } from './read-file.ts';

/** In a process of its own: a document on standard input, what is made of it as JSON on standard output, or why it is not read. */
export async function answerDocument<T extends object>(make: (read: ReadFile) => T): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const answer = await readFile(Buffer.concat(chunks)).then(
    (read) => ({ ok: true, ...make(read) }),
    (error: unknown) => {
      if (error instanceof Unreadable) return { ok: false, fault: error.fault };
      throw error;
    },
  );
  if (!process.stdout.write(JSON.stringify(answer))) await once(process.stdout, 'drain');
}
