// What a process of its own must not be able to do; which of it, standard input says.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';

let wish = '';
for await (const chunk of process.stdin) wish += chunk;
if (wish === 'time') for (;;);
if (wish === 'memory') {
  const held = [];
  for (;;) held.push(Buffer.alloc(10_000_000, 1));
}
if (wish === 'reach') {
  const tries = [
    () => spawnSync('ls'),
    () => writeFileSync('/tmp/greedy', 'x'),
    () => readFileSync('.gitignore'),
    () => readFileSync('tests/support/database.ts'),
  ].map((work) => {
    try {
      work();
      return 'done';
    } catch (error) {
      return error.code;
    }
  });
  const network = await new Promise((resolve) => {
    try {
      connect(9, '127.0.0.1')
        .on('error', (error) => resolve(error.code))
        .on('connect', () => resolve('done'));
    } catch (error) {
      resolve(error.code);
    }
  });
  process.stdout.write([...tries, network].join(' '));
}
