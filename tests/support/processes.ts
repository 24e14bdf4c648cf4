import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  /** Z: ended, and not yet taken note of by its parent. */
  state: string;
}

/** Every process of this machine (Linux: /proc). */
function listProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // pid (command, which may hold spaces and brackets) state parent …
        const fields =
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .split(/\) (?=[A-Z] )/)
            .at(-1)
            ?.split(' ') ?? [];
        return [{ pid: Number(name), state: fields[0] ?? '', parent: Number(fields[1]) }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

/** A process and all that it started, directly or not, and that still run. */
export function familyOf(pid: number): number[] {
  const all = listProcesses();
  const family = [pid];
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member).map((child) => child.pid));
  return family;
}

/** Those of these processes that still run. */
export function stillRunning(pids: number[]): number[] {
  const running = new Set(
    listProcesses()
      .filter(({ state }) => state !== 'Z')
      .map(({ pid }) => pid),
  );
  return pids.filter((pid) => running.has(pid));
}
