import { textOf } from '#app/model/minutes-content.ts';
import type { Inline, NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { ArrangedMeeting } from '#server/meetings/access.ts';
import { editBlocks } from '#server/notes/edit-blocks.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { findFindings } from './find-findings.ts';
import { replaceWords } from './replace-words.ts';

export type FindingCorrected =
  | { ok: true }
  /** « gone »: the words have changed since · « frozen »: nobody writes in approved minutes. */
  | { ok: false; reason: 'gone' | 'frozen' };

/** Takes over what a finding proposes: the words are replaced in the notes, in the name of who pressed, and nothing else is touched. */
export async function correctFinding(
  services: Services,
  { scope, viewer, fingerprint }: { scope: ArrangedMeeting; viewer: Viewer; fingerprint: string },
): Promise<FindingCorrected> {
  if (!scope.can.writeNotes) return { ok: false, reason: 'frozen' };
  const finding = (await findFindings(services, scope)).find((one) => one.fingerprint === fingerprint);
  const { blockId, correction } = finding ?? {};
  if (!finding || !blockId || !correction) return { ok: false, reason: 'gone' };
  const edited = await inTransaction(services.db, async (trx) => {
    const block = paragraphOf(await readNotesWithin(trx, scope.meetingId), blockId);
    const inline = block && replaceWords(block.inline, correction);
    if (!block || !inline) return { ok: false as const, reason: 'gone' as const };
    const edits = [{ do: 'replace' as const, blockId, inline: inline as Inline[], expected: textOf(block.inline) }];
    const answer = await editBlocks(trx, services, { meetingId: scope.meetingId, edits, authorPersonId: viewer.personId });
    if (!answer.ok) return { ok: false as const, reason: 'gone' as const };
    const detail = { rule: finding.rule, problem: finding.problem };
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'minutes.correct',
      subjectType: 'meeting',
      subjectId: scope.meetingId,
      detail,
    });
    return answer;
  });
  if (!edited.ok) return edited;
  await edited.afterCommit();
  return { ok: true };
}

function paragraphOf(sections: readonly { blocks: readonly NoteBlock[] }[], id: string): NoteParagraph | undefined {
  for (const { blocks } of sections) {
    const found = search(blocks, id);
    if (found) return found;
  }
  return undefined;
}

function search(blocks: readonly NoteBlock[], id: string): NoteParagraph | undefined {
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.id === id) return block;
    const inner =
      block.type === 'list'
        ? block.items.flat()
        : block.type === 'quote'
          ? block.blocks
          : block.type === 'table'
            ? block.rows.flat().flatMap((cell) => cell.blocks)
            : [];
    const found = search(inner, id);
    if (found) return found;
  }
  return undefined;
}
