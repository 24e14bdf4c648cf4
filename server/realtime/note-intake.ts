import * as Y from 'yjs';
import { encodeParts } from '#app/model/notes-frames.ts';
import type { Logger } from '#server/logger.ts';
import type { NoteLog } from '#server/notes/note-log.ts';
import type { NoteStore } from '#server/notes/note-store.ts';
import type { RowNotice } from './bus-frames.ts';

export interface NoteIntakeOptions {
  meetingId: string;
  log: NoteLog;
  store: NoteStore;
  logger: Logger;
  /** Gives frames to everybody in the room. */
  relay(logId: number, frames: Uint8Array): void;
}

const RETRY_MS = 1000;

/**
 * Takes into a room what others stored: processes that tell of their rows, and whatever else writes to the log. Each row is
 * taken and relayed once, in the order in which rows were stored: a later one may build upon an earlier one.
 */
export class NoteIntake {
  private readonly options: NoteIntakeOptions;
  /** What was told while the log is read. */
  private waiting: RowNotice[] = [];
  private reads = 0;
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  /** Whether something may have been told that was not heard. */
  private mayLack = false;
  private stopped = false;

  constructor(options: NoteIntakeOptions) {
    this.options = options;
  }

  take(row: RowNotice): void {
    const { log, relay } = this.options;
    if (this.reads > 0) this.waiting.push(row);
    else if (log.has(row.id)) return;
    else if (row.content) {
      log.add({ id: row.id, body: row.content.body }, row.content.clients);
      relay(row.id, row.content.body);
    } else this.catchUpLater();
  }

  /** Reads what of the log is not here, as of now or later, and relays it. */
  catchUp(): Promise<void> {
    this.mayLack = true;
    return this.readInTurn();
  }

  /** Another process put a snapshot in the place of rows that it told of before. */
  followSnapshot(): void {
    this.goOn(this.readInTurn());
  }

  /** The same as catchUp where nobody waits for it: a failure is told to the operator. */
  catchUpLater(): void {
    this.goOn(this.catchUp());
  }

  stop(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
    this.stopped = true;
  }

  private goOn(read: Promise<void>): void {
    read.catch((error: unknown) =>
      this.options.logger.error('The log of the notes could not be read; trying again', {
        meeting: this.options.meetingId,
        error: String(error),
      }),
    );
  }

  private readInTurn(): Promise<void> {
    if (this.next) return this.next;
    this.reads += 1;
    const read = this.running.then(() => {
      this.next = null;
      return this.read();
    });
    this.next = read;
    this.running = read
      .catch(() => this.tryAgain())
      .finally(() => {
        this.reads -= 1;
        if (this.reads === 0) for (const row of this.waiting.splice(0)) this.take(row);
      });
    return read;
  }

  private tryAgain(): void {
    if (this.stopped) return;
    this.retry ??= setTimeout(() => {
      this.retry = null;
      this.catchUpLater();
    }, RETRY_MS).unref();
  }

  private async read(): Promise<void> {
    const { meetingId, log, store, relay } = this.options;
    const { rows, clients, moved } = await store.beside(meetingId, { rows: log.knownRows(), upto: log.upto });
    if (moved) return this.readAnew();
    this.mayLack = false;
    log.own(clients);
    for (const row of rows) {
      // saved by this room while the log was read
      if (log.has(row.id)) continue;
      log.add(row);
      relay(row.id, row.body);
    }
  }

  /** Another process compacted the log: rows that were never heard of here may be inside its snapshot. */
  private async readAnew(): Promise<void> {
    const { meetingId, log, store, relay } = this.options;
    for (;;) {
      const { upto } = log;
      const known = log.knownRows();
      const stored = await store.open(meetingId);
      // this room compacted it meanwhile: what was read is older than what is here
      if (log.upto !== upto) continue;
      const rows = stored.rows.filter(({ id }) => !log.has(id));
      const news = log.rebase(stored, known);
      // a deletion shows in no clock
      if (this.mayLack || bringsContent(news)) relay(log.upto ?? 0, encodeParts([{ author: 0, n: 0, update: news }]));
      this.mayLack = false;
      for (const row of rows) relay(row.id, row.body);
      return;
    }
  }
}

const bringsContent = (update: Uint8Array) => Y.parseUpdateMeta(update).to.size > 0;
