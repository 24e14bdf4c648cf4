// Run in a process of its own by read-apart.ts: an order as one line of JSON, then the file; answers what was read of it.
import { once } from 'node:events';
import { type ReadingOrder, readCalendar } from './read-calendar.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const input = Buffer.concat(chunks);
const end = input.indexOf('\n');
const order = JSON.parse(input.toString('utf8', 0, end)) as ReadingOrder;
const answer = JSON.stringify(readCalendar(input.subarray(end + 1), order));
if (!process.stdout.write(answer)) await once(process.stdout, 'drain');
