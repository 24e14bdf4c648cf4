import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import path from 'node:path';

// Runs every bench of this folder, one after the other, each in a process of its own: `npm run bench`, or
// `npm run bench -- feed` for one. They print ratios, which compare across machines as milliseconds do not.

const wanted = process.argv.slice(2);
const here = import.meta.dirname;
const files = globSync('*.mjs', { cwd: here })
  .filter((file) => file !== 'run.mjs' && (wanted.length === 0 || wanted.includes(path.parse(file).name)))
  .toSorted();

for (const file of files) {
  console.log(`\n${path.parse(file).name}`);
  const bench = spawn(process.execPath, [path.join(here, file)], { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
  const [code] = await once(bench, 'close');
  if (code !== 0) process.exitCode = 1;
}
