import type { Trx } from '#db/client.ts';

/** Work that happens after the answer; built on pg-boss in start-jobs.ts. */
export interface Jobs {
  /** Queues a job in the caller's transaction: rolled back with it, run only after its commit. */
  enqueue(trx: Trx, queue: 'send-mail', data: { mailId: string }): Promise<void>;
  stop(): Promise<void>;
}
