// Run in a process of its own by read-mail.ts: an order as one line of JSON, then the mail; answers what was read of it.
import { once } from 'node:events';
import { type ReadingOrder, takeApart } from './take-apart.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const input = Buffer.concat(chunks.splice(0));
const end = input.indexOf('\n');
const order = JSON.parse(input.toString('utf8', 0, end)) as ReadingOrder;
const answer = JSON.stringify(await takeApart(input.subarray(end + 1), order));
if (!process.stdout.write(answer)) await once(process.stdout, 'drain');
