import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export function asker(port) {
  const agent = new Agent({ keepAlive: true });
  return async (target, headers = {}) => {
    const [response] = await once(request({ host: '127.0.0.1', port, path: target, headers, agent }).end(), 'response');
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  };
}

/** Median of the milliseconds that `work` takes, after a tenth as many runs that do not count. */
export async function median(runs, work) {
  const times = [];
  for (let run = -Math.ceil(runs / 10); run < runs; run += 1) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)];
}

/** The same of the processor's milliseconds, which other work on the machine does not change. */
export async function medianCpu(runs, work) {
  const times = [];
  for (let run = -Math.ceil(runs / 10); run < runs; run += 1) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    if (run >= 0) times.push((user + system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)];
}

/** Milliseconds of processor that one run costs these processes together; the one that asks is among them, so it is an upper bound. */
export async function cpuOf(pids, runs, work) {
  const used = () => pids.reduce((sum, pid) => sum + cpuTime(pid), 0);
  const before = used();
  for (let run = 0; run < runs; run += 1) await work();
  return (used() - before) / runs;
}

/** User and system milliseconds of a process so far (proc(5), fields 14 and 15, in hundredths of a second). */
function cpuTime(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export function tell(what, ours, theirs) {
  console.log(`  ${what}: ${(ours / theirs).toFixed(2)}  (${ours.toFixed(2)} ms ÷ ${theirs.toFixed(2)} ms)`);
}
