import { readAuthors } from '#db/notes/authors.ts';
import {
  appendLog,
  type HeldLog,
  isMeetingGone,
  type LogRow,
  type NewLogRow,
  type NoteSections,
  readLog,
  readLogBeside,
  readSections,
  writeSnapshot,
} from '#db/notes/log.ts';
import type { Services } from '#server/services.ts';
import { AuthorNumbers } from './author-numbers.ts';
import { changeNode, nextLogId } from './log-ids.ts';
import type { NoteLog, StoredNotes } from './note-log.ts';

/**
 * WHEN IS A KEYSTROKE SAFE? When the transaction that holds it is committed, and `saved` is called: only then does anybody
 * else see it, and that sight is its author's acknowledgement. A room hands over what it has when a commit begins; whatever
 * arrives meanwhile, in any meeting, rides in the next one, 5 ms later at the earliest. So durability costs one small
 * commit for everybody, not one each. A commit that fails is tried again with the same rows until it succeeds; nothing is
 * acknowledged meanwhile, nothing is forgotten, and the rooms go on taking what people type.
 */
export interface NoteStore {
  open(meetingId: string): Promise<StoredNotes & { numbers: { personId: string; number: number }[] }>;
  /** Asks for a commit of what the room has by then. */
  save(room: Unsaved): void;
  /** What of the log is not among `held`; see readLogBeside. `clients`: all that are known. */
  beside(meetingId: string, held: HeldLog): Promise<{ rows: LogRow[]; moved: boolean; clients: StoredNotes['clients'] }>;
  sectionsOf(meetingId: string): Promise<NoteSections>;
  numberAuthor(meetingId: string, personId: string): Promise<number>;
  /** False: another process wrote a newer one. */
  keepSnapshot(meetingId: string, snapshot: NonNullable<ReturnType<NoteLog['snapshot']>>): Promise<boolean>;
  /** Resolves when nothing is left to save, or when `seconds` of trying went by; answers how many rows are not saved. */
  drain(seconds: number): Promise<number>;
}

/** A room that has something to save. */
export interface Unsaved {
  readonly meetingId: string;
  /** Hands over everything that was accepted and not handed over yet; null: nothing. Not called again before `saved`. */
  take(): Pick<NewLogRow, 'body' | 'clients'> | null;
  saved(row: LogRow): void;
  /** The meeting was deleted: there is nowhere to save it. */
  lost(): void;
}

interface Entry {
  room: Unsaved;
  row: NewLogRow;
}

// a commit costs some half a millisecond of processor: many small ones cost more than they save
const BETWEEN_COMMITS_MS = 5;
/** The same when several meetings are busy, whose rooms do not wait for company of their own; from how many on. */
const BETWEEN_SHARED_COMMITS_MS = 10;
const SHARED_BY = 4;
const ROWS_A_STATEMENT = 64;
const RETRY_MS = [100, 200, 400, 800, 1600];

/** What other processes are told of rows. */
export interface RowsTold {
  /** For the statement that stores them. */
  notices: string[];
  /** They are on disk. */
  stored(): void;
}

/** The store on PostgreSQL; one a process. */
export function openNoteStore(
  { db, log }: Pick<Services, 'db' | 'log'>,
  tellOf: (rows: readonly NewLogRow[]) => RowsTold = () => ({ notices: [], stored() {} }),
): NoteStore {
  const numbers = new AuthorNumbers(db);
  const waiting = new Set<Unsaved>();
  /** Rows whose commit failed; their rooms hand over nothing else before. */
  let failed: Entry[] = [];
  let failures = 0;
  let lastCommit = 0;
  /** Rows of the last commit. */
  let committed = 0;
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (waiting.size + failed.length > 0) {
      const between = committed < SHARED_BY ? BETWEEN_COMMITS_MS : BETWEEN_SHARED_COMMITS_MS;
      await pause(failures > 0 ? (RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0) : lastCommit + between - performance.now());
      lastCommit = performance.now();
      const entries = [...failed, ...takeAll()];
      committed = entries.length;
      failed = [];
      // the first failure is looked at row by row: one that cannot be stored must not hold up the others
      for (const some of chunksOf(entries, failures > 0 ? 1 : ROWS_A_STATEMENT)) await commit(some);
      failures = failed.length > 0 ? failures + 1 : 0;
    }
  }

  function takeAll(): Entry[] {
    const blocked = new Set(failed.map(({ room }) => room));
    const entries: Entry[] = [];
    for (const room of waiting) {
      if (blocked.has(room)) continue;
      waiting.delete(room);
      const taken = room.take();
      if (taken) entries.push({ room, row: { id: nextLogId(), meetingId: room.meetingId, ...taken } });
    }
    return entries;
  }

  async function commit(entries: Entry[]): Promise<void> {
    try {
      const rows = entries.map(({ row }) => row);
      const told = tellOf(rows);
      const taken = await appendLog(db, rows, told.notices);
      if (taken.length === 0) told.stored();
      if (taken.length === 0) for (const { room, row } of entries) room.saved({ id: row.id, body: row.body });
      else failed.push(...renumbered(entries, taken));
    } catch (error) {
      if (entries.length === 1 && isMeetingGone(error)) return entries[0]?.room.lost();
      log.error('The notes could not be saved; trying again', { rows: entries.length, error: String(error) });
      failed.push(...entries);
    }
  }

  return {
    async open(meetingId) {
      const [stored, authors, sections] = await Promise.all([
        readLog(db, meetingId),
        readAuthors(db, meetingId),
        readSections(db, meetingId),
      ]);
      return { ...stored, ...authors, sections: sections.all, locked: sections.locked };
    },
    save(room) {
      waiting.add(room);
      working ??= work().finally(() => {
        working = null;
      });
    },
    async beside(meetingId, held) {
      const { rows, moved } = await readLogBeside(db, meetingId, held);
      // after the rows, so that no row's clients are missing
      return { rows, moved, clients: rows.length > 0 ? (await readAuthors(db, meetingId)).clients : [] };
    },
    sectionsOf: (meetingId) => readSections(db, meetingId),
    numberAuthor: (meetingId, personId) => numbers.numberOf(meetingId, personId),
    keepSnapshot: (meetingId, snapshot) => writeSnapshot(db, meetingId, snapshot),
    async drain(seconds) {
      const until = performance.now() + seconds * 1000;
      while (working && performance.now() < until) await Promise.race([working, pause(50)]);
      return waiting.size + failed.length;
    },
  };
}

/** The same with other ids for those that another process took; together again, because nobody was told of any of them. */
function renumbered(entries: readonly Entry[], taken: readonly number[]): Entry[] {
  changeNode();
  return entries.map(({ room, row }) => ({ room, row: taken.includes(row.id) ? { ...row, id: nextLogId() } : row }));
}

/** Waits, and at least until what arrived in this turn of the event loop is in. */
function pause(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (milliseconds < 1) setImmediate(resolve);
  else setTimeout(resolve, milliseconds);
  return promise;
}

function chunksOf<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
