// Run in a process of its own by read-apart.ts: a document on standard input, what was read of it as JSON on standard output.
import { once } from 'node:events';
import { Unreadable } from './read-fault.ts';
import { readFile } from './read-file.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const answer = await readFile(Buffer.concat(chunks)).then(
  (read) => ({ ok: true, ...read }),
  (error: unknown) => {
    if (error instanceof Unreadable) return { ok: false, fault: error.fault };
    throw error;
  },
);
if (!process.stdout.write(JSON.stringify(answer))) await once(process.stdout, 'drain');
