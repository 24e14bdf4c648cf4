import * as Y from 'yjs';
import { listUncompacted } from '#db/notes/history.ts';
import { readLog, writeSnapshot } from '#db/notes/log.ts';
import type { Services } from '#server/services.ts';
import { findLostWords } from './find-lost-words.ts';
import { documentOf } from './read-notes.ts';
import { rescueWords } from './rescue-words.ts';

const ATTEMPTS = 3;
const QUIET = { hours: 1 };
const MOST_A_DAY = 1000;

/**
 * Puts one snapshot in place of a meeting's log, whoever has its notes open where: rooms that do find that the snapshot is
 * another one and read it. What was deleted is then in no row any more, nor who wrote which row. Answers whether it is so.
 */
export async function compactNotes(services: Pick<Services, 'db' | 'live'>, meetingId: string): Promise<boolean> {
  const { db, live } = services;
  // somebody else's compaction in between is as good: but what came since is still to be done
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const log = await readLog(db, meetingId);
    if (log.rows.length === 0) return true;
    // words that nobody deleted are found in the rows only: in just these, for people type meanwhile
    if (findLostWords(log).lost.length > 0 && (await putAllBack(services, meetingId))) continue;
    const doc = documentOf(log);
    const covers = log.rows.map(({ id }) => id);
    const from = log.snapshot?.upto ?? null;
    const snapshot = { from, upto: Math.max(from ?? 0, ...covers), covers, body: Y.encodeStateAsUpdate(doc) };
    if (!(await writeSnapshot(db, meetingId, { ...snapshot, stateVector: Y.encodeStateVector(doc) }))) continue;
    live.changed(meetingId, 'notes');
    return true;
  }
  return false;
}

/** Answers whether there was anything that could be put back. */
async function putAllBack(services: Pick<Services, 'db' | 'live'>, meetingId: string): Promise<boolean> {
  let isAny = false;
  for (;;) {
    const { putBack, more } = await rescueWords(services, meetingId);
    isAny ||= putBack > 0;
    if (!more) return isAny;
  }
}

/** Daily: compacts what no room did, because its process ended before or because nobody had the notes open. */
export async function compactQuietNotes(services: Pick<Services, 'db' | 'live' | 'clock' | 'log'>): Promise<void> {
  const quietSince = services.clock.now().subtract(QUIET).toString();
  for (const meeting of await listUncompacted(services.db, quietSince, MOST_A_DAY)) {
    try {
      await compactNotes(services, meeting);
    } catch (error) {
      services.log.error('The notes could not be compacted', { meeting, error: String(error) });
    }
  }
}
