import type { Trx } from '#db/client.ts';

/** The queues and what their jobs carry: ids only, what is needed is read when the job runs. */
export interface JobData {
  'send-mail': { mailId: string };
  /** Renders the files of a published version, in a process of its own. */
  'render-files': { minutesId: string; number: number };
  /** Binds the volume of an edition again, with what its sessions published since. */
  'bind-volume': { editionId: string };
  /** Renders the files of a volume, each in a process of its own. */
  'render-volume': { editionId: string; number: number };
  /** Every minute: what came into the mailbox that answers arrive in. */
  'read-mailbox': Record<string, never>;
  /** Every five minutes: reminders of meetings, digests, and whether the morning has come. */
  'reminder-clock': Record<string, never>;
  /** Every morning, called by the clock: reminders and digests of reviews, follow-ups and date polls. */
  reminders: Record<string, never>;
  /** Every quarter of an hour: reads the calendars of others that are due. */
  'outside-calendars': Record<string, never>;
  /** Daily: removes what has served its time. */
  housekeeping: Record<string, never>;
}
export type Queue = keyof JobData;

export interface JobToQueue<Name extends Queue> {
  data: JobData[Name];
  /** Higher goes first; 0 unless told. */
  priority?: number;
  /** Not before this instant. */
  after?: string;
}

/** Work that happens after the answer; built on pg-boss in jobs-start.ts. */
export interface Jobs {
  /** Queues a job in the caller's transaction: rolled back with it, run only after its commit. */
  enqueue<Name extends Queue>(trx: Trx, queue: Name, data: JobData[Name]): Promise<void>;
  /** The same for many jobs of one queue, in one statement. */
  enqueueAll<Name extends Queue>(trx: Trx, queue: Name, jobs: readonly JobToQueue<Name>[]): Promise<void>;
  /** Waits for what is running, leaves the rest for the next start. */
  stop(): Promise<void>;
}
