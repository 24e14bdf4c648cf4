import type { Compaction } from '#server/notes/compaction.ts';
import type { SectionHistory } from '#server/notes/history/section-history.ts';
import type { NoteLog } from '#server/notes/note-log.ts';
import type { RecordProjection } from '#server/notes/record-projection.ts';
import type { WordRescue } from '#server/notes/word-rescue.ts';

export interface UpkeepParts {
  log: NoteLog;
  records: RecordProjection;
  rescue: WordRescue;
  history: SectionHistory;
  compaction: Compaction;
}

/** What follows upon what is written in a room, in its own time: records, words put back, history, one snapshot instead of rows. */
export class RoomUpkeep {
  private readonly parts: UpkeepParts;

  constructor(parts: UpkeepParts) {
    this.parts = parts;
    parts.rescue.whenDue();
  }

  /** What was written here is on disk. */
  afterSaving(): void {
    const { log, records, history } = this.parts;
    if (log.mayHaveChangedRecords) records.soon();
    history.soon();
    this.afterRelaying();
  }

  /** What another process stored is here: its records and its history are written there. */
  afterRelaying(): void {
    const { log, rescue, compaction } = this.parts;
    // where people only read, nobody has looked yet
    if (compaction.isDue) log.document();
    rescue.whenDue();
    // not while lost words are to be put back: they would be lost for good
    if (!rescue.isPending) compaction.whenDue();
  }

  /** The log was read: who stored what is new in it, and whether they are still there, is not known. */
  afterReading(): void {
    const { records, rescue, history } = this.parts;
    records.soon();
    history.soon();
    rescue.whenDue();
  }

  /** The agenda changed, and the order of records with it. */
  afterAgenda(): void {
    this.parts.records.soon();
  }

  /** After the last person: lost words put back, records as the notes say, one snapshot instead of rows. */
  async finish(readLog: () => Promise<void>): Promise<void> {
    const { log, records, rescue, history, compaction } = this.parts;
    if (log.parts > 0) log.document();
    if (await rescue.finish()) await readLog();
    await records.finish();
    await history.finish();
    // another process may have told of words that are lost since, or they could not be put back
    if (!rescue.isPending) await compaction.run();
  }

  stop(): void {
    const { records, rescue, history } = this.parts;
    for (const part of [records, rescue, history]) part.stop();
  }
}
