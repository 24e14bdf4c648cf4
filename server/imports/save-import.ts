import { applyChanges, type ImportChanges } from '#app/model/import-changes.ts';
import type { ImportDraft } from '#app/model/imports.ts';
import { lockImport, updateImport } from '#db/imports/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { Importer } from './access.ts';

export type SavedImport =
  | { ok: true; revision: number }
  /** Somebody else saved since the page was loaded: `theirs` is what stands, `mine` the same with what this form says over it. */
  | { ok: false; reason: 'conflict'; theirs: ImportDraft; mine: ImportDraft; revision: number }
  /** It was dropped, or is (being) made into a meeting. */
  | { ok: false; reason: 'closed' };

/** Keeps what an organiser decided of a draft, to be taken up again by them or by another. */
export async function saveImport(
  services: Services,
  { scope }: Importer,
  { revision, changes }: { revision: number; changes: ImportChanges },
): Promise<SavedImport> {
  return inTransaction<SavedImport>(services.db, async (trx) => {
    const held = await lockImport(trx, scope.importId);
    if (held.state !== 'open' || held.meetingId) return { ok: false, reason: 'closed' };
    const mine = applyChanges(held.draft, changes);
    if (held.revision !== revision) return { ok: false, reason: 'conflict', theirs: held.draft, mine, revision: held.revision };
    await updateImport(trx, { id: scope.importId, draft: mine, now: services.clock.now().toString() });
    return { ok: true, revision: revision + 1 };
  });
}

/** Gives an import up; what was read from the file is erased. False: it is closed already. */
export async function dropImport(services: Services, { scope }: Importer): Promise<boolean> {
  return inTransaction(services.db, async (trx) => {
    const held = await lockImport(trx, scope.importId);
    if (held.state !== 'open' || held.meetingId) return false;
    await updateImport(trx, { id: scope.importId, draft: emptied(held.draft), state: 'dropped', now: services.clock.now().toString() });
    return true;
  });
}

/** What stays of a draft that is done with: none of the words and people of the file. */
export function emptied(draft: ImportDraft): ImportDraft {
  return { ...draft, source: [], pieces: [], attendees: [] };
}
