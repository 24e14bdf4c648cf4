import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openPool } from '#db/client.ts';

/**
 * Puts a data folder that holds the demo at `folder`, which does not exist yet: a copy of one that `fill` makes for the first
 * caller of the run, since filling the demo takes many times what copying it does. `shelf` is a folder of the run; callers in
 * other processes wait. When filling fails, the next caller tries again.
 */
export async function copyFilledData(shelf: string, folder: string, fill: (dataDir: string) => Promise<void>): Promise<void> {
  const filled = path.join(shelf, 'filled');
  const turn = path.join(shelf, 'turn');
  while (!existsSync(filled)) {
    if (!takeTurn(turn)) {
      await delay(100); // for another process, which tells nobody when it is done
      continue;
    }
    try {
      if (existsSync(filled)) break;
      const growing = path.join(shelf, 'growing');
      rmSync(growing, { recursive: true, force: true });
      await fill(growing);
      renameSync(growing, filled);
    } finally {
      rmdirSync(turn);
    }
  }
  cpSync(filled, folder, { recursive: true, errorOnExist: true, force: false, verbatimSymlinks: true });
}

/** Waits until the product that runs on this data folder has no job left that is due. Throws after `ms` milliseconds. */
export async function untilJobsAreDone(dataDir: string, ms: number): Promise<void> {
  // PostgreSQL writes the folder of its socket on the fifth line (manual, 66.1)
  const host = readFileSync(path.join(dataDir, 'postgres/pg18/postmaster.pid'), 'utf8').split('\n')[4] ?? '';
  const pool = openPool({ host, user: 'postgres', database: 'postgres' }, 1);
  const due = "select name from pgboss.job where state in ('created', 'active', 'retry') and start_after <= now()";
  try {
    for (const end = performance.now() + ms; ; await delay(100)) {
      const { rows } = await pool.query(due);
      if (rows.length === 0) return;
      if (performance.now() > end) throw new Error(`Jobs that do not end: ${rows.map(({ name }) => name).join(', ')}`);
    }
  } finally {
    await pool.end();
  }
}

/** Making a folder is atomic: of several callers one makes it. */
function takeTurn(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
