import type { Trx } from '#db/client.ts';

export interface AuditEntry {
  /** Who did it; null: the product itself. */
  personId: string | null;
  /** Noun and verb: 'meeting.cancel', 'minutes.publish'. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** What is needed to understand it later; never a secret, never free text of people. */
  detail?: Record<string, unknown>;
}

/** Writes down who did what, in the transaction that does it: there is no act without its entry. */
export async function recordAudit(trx: Trx, { detail = {}, ...entry }: AuditEntry): Promise<void> {
  await trx
    .insertInto('auditEntries')
    .values({ ...entry, detail: JSON.stringify(detail) })
    .execute();
}
