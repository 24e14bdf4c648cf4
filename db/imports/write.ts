import type { Answer, AttendanceRole } from '#app/model/attendance.ts';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { ImportDraft } from '#app/model/imports.ts';
import type { Trx } from '#db/client.ts';

export interface NewImport {
  id: string;
  groupId: string;
  fileName: string;
  draft: ImportDraft;
  createdBy: string;
  /** ISO instant. */
  now: string;
}

/** Keeps a new import; one with this id that is there already stays as it is. */
export async function insertImport(trx: Trx, { draft, now, ...row }: NewImport): Promise<boolean> {
  const inserted = await trx
    .insertInto('imports')
    .values({ ...row, draft: JSON.stringify(draft), createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** An import with its draft, held until the end of the transaction. */
export async function lockImport(trx: Trx, id: string) {
  return trx
    .selectFrom('imports')
    .select(['groupId', 'state', 'revision', 'meetingId'])
    .select((eb) => eb.ref('draft').$castTo<ImportDraft>().as('draft'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Writes over an import that is held. */
export async function updateImport(
  trx: Trx,
  { id, now, draft, ...change }: { id: string; now: string; draft?: ImportDraft; state?: 'done' | 'dropped'; meetingId?: string },
): Promise<void> {
  await trx
    .updateTable('imports')
    .set((eb) => ({
      ...change,
      ...(draft ? { draft: JSON.stringify(draft) } : {}),
      updatedAt: now,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Somebody at a past meeting, as they were that day. */
export interface PastAttendance {
  id: string;
  meetingId: string;
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  roles: AttendanceRole[];
  answer: Answer;
  answeredBy: string;
  answeredAt: string;
  createdAt: string;
}

/** Puts people on the list of a past meeting, with ids that are known before. They read its notes; what they add they propose. */
export async function insertPastAttendances(trx: Trx, rows: readonly PastAttendance[]): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('attendances')
    .values(rows.map((row) => ({ ...row, notesAccess: 'read' as const })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
