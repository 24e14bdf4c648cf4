import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { dropAllVersions } from '#db/notes/history.ts';
import { lockNotes } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { compactNotes } from '../compact-notes.ts';
import { mayEraseHistory } from './policy.ts';

/**
 * WHEN DO DELETED WORDS GO? From the log when it is compacted: when the last person leaves the notes, after five thousand
 * updates, or in the night. From the versions as thin-out.ts says; all of them when the minutes are published, or when an
 * organiser erases the history: the log is then compacted at once. Whose each Yjs client id was is forgotten a week after
 * the last change of published notes (unlinkWriters): whoever was offline comes back under theirs until then.
 */
export async function eraseHistory(
  services: Pick<Services, 'db' | 'live' | 'log'>,
  { meetingId, can }: MeetingScope,
  by: Viewer,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  if (!mayEraseHistory(can)) return { ok: false, reason: 'not-allowed' };
  await inTransaction(services.db, async (trx) => {
    await forgetHistory(trx, meetingId);
    await recordAudit(trx, { personId: by.personId, action: 'notes.history-erased', subjectType: 'meeting', subjectId: meetingId });
  });
  await compactAfterForgetting(services, meetingId);
  return { ok: true };
}

/** Part of the transaction that makes the notes' past nobody's business; compactAfterForgetting follows its commit. */
export async function forgetHistory(trx: Trx, meetingId: string): Promise<void> {
  // a process that is about to keep a version does so before, and it goes, or after, and it is of now
  await lockNotes(trx, meetingId);
  await dropAllVersions(trx, meetingId);
}

/** A failure is told to the operator and undoes nothing: the night's run does what is left. */
export async function compactAfterForgetting(services: Pick<Services, 'db' | 'live' | 'log'>, meetingId: string): Promise<void> {
  try {
    await compactNotes(services, meetingId);
  } catch (error) {
    services.log.error('The notes could not be compacted', { meeting: meetingId, error: String(error) });
  }
}
