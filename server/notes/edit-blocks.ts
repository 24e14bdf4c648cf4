import type { Trx } from '#db/client.ts';
import { numberAuthor } from '#db/notes/authors.ts';
import { listSections, lockNotes, readLog } from '#db/notes/log.ts';
import type { Services } from '#server/services.ts';
import { appendUpdate, updateOf } from './append-update.ts';
import { applyEdits, type BlockEdit, type EditFault } from './apply-edits.ts';
import { weightOf } from './note-log.ts';
import { projectRecords } from './project-records.ts';
import { documentOf, readDocument } from './read-notes.ts';

export type { BlockEdit } from './apply-edits.ts';

export type BlocksEdited =
  /** `afterCommit` tells open editors, and makes the records what the notes say now: call it once the transaction is committed. */
  { ok: true; afterCommit(): Promise<void> } | { ok: false; reason: EditFault | 'too-large' };

/**
 * Changes paragraphs of a meeting's notes in somebody's name, all of the edits or none, inside the caller's transaction: what
 * else the caller writes holds exactly when these do. Others go on typing, in the same paragraphs too; only the words that
 * differ are touched, and ids stay. Locked points and notes that are no longer written in are no obstacle: the caller has
 * looked whether the person decides over them.
 * On a refusal nothing is written and the transaction goes on.
 */
export async function editBlocks(
  trx: Trx,
  { db, live }: Pick<Services, 'db' | 'live'>,
  { meetingId, edits, authorPersonId }: { meetingId: string; edits: readonly BlockEdit[]; authorPersonId: string },
): Promise<BlocksEdited> {
  await lockNotes(trx, meetingId);
  const sections = await listSections(trx, meetingId);
  const stored = await readLog(trx, meetingId);
  const doc = documentOf(stored);
  let fault: EditFault | null = null;
  const update = updateOf(doc, () => {
    fault = applyEdits(doc, sections, edits);
  });
  if (fault) return { ok: false, reason: fault };
  // they say so already
  if (!update) return { ok: true, async afterCommit() {} };
  const author = await numberAuthor(trx, meetingId, authorPersonId);
  const written = await appendUpdate(trx, { meetingId, author, doc, sections, weight: weightOf(stored) }, update);
  if (written === 'too-large') return { ok: false, reason: written };
  return {
    ok: true,
    async afterCommit() {
      live.changed(meetingId, 'notes');
      // read anew: somebody may have written since
      if (await projectRecords(db, meetingId, await readDocument(db, meetingId), sections)) live.changed(meetingId, 'records');
    },
  };
}
