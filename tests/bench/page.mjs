import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

// What a page that people read costs: the built product answers it, beside the largest file of its own style sheets.
// CPU and not time, since it is what a second visitor waits for.

const PAGES = ['/', '/groups/dalc', '/minutes/2020-11-30-brainstorming-amerique-latine', '/editions/raict-2023/programme', '/calendar'];
const REQUESTS = 150;

if (!existsSync('build/server/index.js'))
  throw new Error('There is no build to measure: run "npm run build" first ("npm run bench" does).');
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
const port = await freePort();
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  PORT: String(port),
  DATA_DIR: folder,
  LOG_LEVEL: 'error',
};
const product = spawn(process.execPath, ['server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  for await (const chunk of product.stdout) if (String(chunk).includes('Tertulia is ready')) break;
  await measure();
} finally {
  product.kill('SIGTERM');
  await once(product, 'close');
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const file = `/assets/${largest('build/client/assets', '.css')}`;
  await cpuOf(file); // the first pass warms both up
  for (const page of PAGES) await cpuOf(page);
  const base = await cpuOf(file);
  for (const page of PAGES) {
    const cost = await cpuOf(page);
    console.log(`  ${page} ÷ static file: ${(cost / base).toFixed(1)} (${((cost / REQUESTS) * 1000).toFixed(1)} ms of CPU a page)`);
  }
}

/** Seconds of CPU that the server spends on REQUESTS requests, one after the other. */
async function cpuOf(target) {
  const agent = new Agent({ keepAlive: true });
  const before = cpuTime();
  for (let index = 0; index < REQUESTS; index++) {
    const [response] = await once(request({ host: '127.0.0.1', port, path: target, agent }).end(), 'response');
    await buffer(response);
    if (response.statusCode !== 200) throw new Error(`${target} answered ${response.statusCode}`);
  }
  agent.destroy();
  return Math.max(cpuTime() - before, 0.01);
}

/** User and system seconds of the product so far (proc(5), fields 14 and 15, in hundredths). */
function cpuTime() {
  const stat = readFileSync(`/proc/${product.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function largest(directory, ending) {
  const size = (name) => statSync(path.join(directory, name)).size;
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .toSorted((a, b) => size(b) - size(a))[0];
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  await once(server, 'close');
  return free;
}
