import type { Applied } from '#app/model/applied-complements.ts';
import { isIdentity } from '#app/model/complements.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type HeldComplement, holdComplement, writeReopening } from '#db/complements/decide.ts';
import { holdIdentity, writeIdentity } from '#db/complements/identity.ts';
import { lockNotes } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { type BlockEdit, type BlocksEdited, editBlocks } from '#server/notes/edit-blocks.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { placesOf } from './find-place.ts';
import { changesOf, identityOf, turnLineEdits } from './identities.ts';
import { isReopenable, mayDecide } from './policy.ts';

export type Reopened =
  | { ok: true; authorName: string }
  | { ok: false; reason: 'unknown' | 'not-allowed' }
  /** Nobody decided it, or somebody reopened it before. */
  | { ok: false; reason: 'open' }
  /** The minutes are approved, or out. */
  | { ok: false; reason: 'closed' }
  /** What it did was changed again since: undoing it would take that away. */
  | { ok: false; reason: 'changed' };

/** Undoes a decision: what accepting did to the notes and to the attendance is taken back, all or nothing, and it waits again. */
export async function reopenComplement(
  services: Services,
  { scope, viewer }: { scope: OrganisedMeeting; viewer: Viewer },
  id: string,
): Promise<Reopened> {
  if (!mayDecide(scope.can)) return { ok: false, reason: 'not-allowed' };
  const { meetingId } = scope;
  const reopened = await inTransaction(services.db, async (trx) => {
    const complement = await holdComplement(trx, meetingId, id);
    if (!complement) return { ok: false, reason: 'unknown' } as const;
    if (complement.state !== 'accepted' && complement.state !== 'refused') return { ok: false, reason: 'open' } as const;
    if (!isReopenable(complement.minutesState)) return { ok: false, reason: 'closed' } as const;
    const undone = await undo(trx, services, { meetingId, authorPersonId: viewer.personId }, complement);
    if (!undone.ok) return { ok: false, reason: 'changed' } as const;
    await writeReopening(trx, id);
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'complement.reopened', subjectType: 'complement', subjectId: id },
      detail: { meetingId, was: complement.state },
    });
    return { ok: true, authorName: complement.authorName, afterCommit: undone.afterCommit } as const;
  });
  if (!reopened.ok) return reopened;
  await reopened.afterCommit();
  services.live.changed(meetingId, 'minutes');
  return { ok: true, authorName: reopened.authorName };
}

interface At {
  meetingId: string;
  authorPersonId: string;
}

async function undo(trx: Trx, services: Services, at: At, { applied, attendanceId }: HeldComplement): Promise<BlocksEdited> {
  if (!applied) return { ok: true, async afterCommit() {} };
  await lockNotes(trx, at.meetingId);
  const sections = await readNotesWithin(trx, at.meetingId);
  if (!isIdentity(applied)) return editBlocks(trx, services, { ...at, edits: editsBack(applied, placesOf(sections)) });
  const held = attendanceId ? await holdIdentity(trx, at.meetingId, attendanceId) : undefined;
  const wanted = 'was' in applied ? applied.was : null;
  if (!held || !attendanceId || !wanted) return { ok: true, async afterCommit() {} };
  const now = identityOf(held);
  if (now.name !== applied.name || now.function !== applied.function || now.organisation !== applied.organisation)
    return { ok: false, reason: 'changed' };
  // looked at before: a refusal must find nothing written
  const edited = await editBlocks(trx, services, { ...at, edits: turnLineEdits(sections, attendanceId, now, wanted) });
  if (edited.ok) await writeIdentity(trx, attendanceId, changesOf(held, wanted));
  return edited;
}

function editsBack(applied: Exclude<Applied, { name: string }>, places: ReturnType<typeof placesOf>): BlockEdit[] {
  const { blockId, agendaItemId, was, previous, next, inline } = applied;
  const said = plainText(inline);
  if (!was) return said === '' ? [] : [{ do: 'delete', blockId, expected: said }];
  if (said !== '') return [{ do: 'replace', blockId, inline: was.inline, kind: was.kind, expected: said }];
  if (previous !== null && places.has(previous)) return [{ do: 'insert', agendaItemId, after: previous, block: was }];
  const before = next !== null && places.has(next) ? { before: next } : {};
  return [{ do: 'insert', agendaItemId, after: null, ...before, block: was }];
}
