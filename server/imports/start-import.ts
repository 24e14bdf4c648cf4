import { IMPORT_LIMITS, type ReadingFault } from '#app/model/imports.ts';
import { cleanLine } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { insertImport } from '#db/imports/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import { draftApart } from './reader/read-apart.ts';

export type StartedImport = { ok: true } | { ok: false; reason: ReadingFault };

/**
 * Reads a file of past minutes and keeps what is proposed to become of it, as a draft that organisers of the group look through.
 * The file itself is not kept. `id` comes with the form: sent twice, it is one import.
 */
export async function startImport(
  services: Services,
  { viewer, scope, id, fileName, bytes }: { viewer: Viewer; scope: OrganisedGroup; id: string; fileName: string; bytes: Uint8Array },
): Promise<StartedImport> {
  if (bytes.length > IMPORT_LIMITS.bytes) return { ok: false, reason: 'too_large' };
  const read = await draftApart(services.log, bytes);
  if (!read.ok) return { ok: false, reason: read.fault };
  const { draft } = read;
  const name = [...cleanLine(fileName)].slice(0, IMPORT_LIMITS.fileName).join('');
  await inTransaction(services.db, async (trx) => {
    const now = services.clock.now().toString();
    if (!(await insertImport(trx, { id, groupId: scope.groupId, fileName: name, draft, createdBy: viewer.personId, now }))) return;
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'import.start', subjectType: 'import', subjectId: id },
      detail: { groupId: scope.groupId, format: read.format, parts: draft.source.length },
    });
  });
  return { ok: true };
}
