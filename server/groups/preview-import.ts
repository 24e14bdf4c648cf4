import { cleanRow, parseEmailsOf } from '#app/model/attendee-table.ts';
import { personKey } from '#app/model/directory.ts';
import type { Executor } from '#db/client.ts';
import { findKnownPeople } from '#db/directory/match.ts';
import { findMembersAmong } from '#db/groups/members.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedGroup } from './access.ts';
import { type Choice, type ImportRow, type PlannedRow, planImport } from './import-plan.ts';

/** What the preview's form brings back: the rows (corrected where they were faulty) and what was said of each, by row id. */
export interface ImportDraft {
  rows: readonly ImportRow[];
  choices: ReadonlyMap<string, Choice>;
  skipped: ReadonlySet<string>;
}

/** What an import of these rows would do, against the directory and the group as they are now. Writes nothing. */
export async function previewImport(
  services: Services,
  { scope, draft }: { scope: OrganisedGroup; draft: ImportDraft },
): Promise<PlannedRow[]> {
  return planNow(services.db, scope, draft);
}

/** The same inside a transaction that goes on to write. */
export async function planNow(db: Executor, scope: OrganisedGroup, draft: ImportDraft): Promise<PlannedRow[]> {
  const rows = draft.rows.map((row) => ({ ...row, ...cleanRow(row) }));
  const people = await findKnownPeople(db, {
    nameKeys: rows.map((row) => personKey(row.givenName, row.familyName)),
    emails: parseEmailsOf(rows),
    ids: rows.map((row) => row.id),
  });
  const members = await findMembersAmong(
    db,
    scope.groupId,
    people.map((one) => one.id),
  );
  return planImport(rows, { people, members, choices: draft.choices, skipped: draft.skipped });
}
