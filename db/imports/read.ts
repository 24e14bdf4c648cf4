import { sql } from 'kysely';
import type { ImportDraft } from '#app/model/imports.ts';
import type { ImportScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface ImportRow {
  id: string;
  fileName: string;
  draft: ImportDraft;
  state: 'open' | 'done' | 'dropped';
  revision: number;
  /** Once it is being made into a meeting. */
  meetingSlug: string | null;
}

/** One import with its draft. */
export async function readImport(db: Executor, scope: ImportScope): Promise<ImportRow> {
  return db
    .selectFrom('imports')
    .leftJoin('meetings', 'meetings.id', 'imports.meetingId')
    .select(['imports.id', 'imports.fileName', 'imports.revision', 'meetings.slug as meetingSlug'])
    .select((eb) => [
      eb.ref('imports.draft').$castTo<ImportDraft>().as('draft'),
      eb.ref('imports.state').$castTo<ImportRow['state']>().as('state'),
    ])
    .where('imports.id', '=', scope.importId)
    .executeTakeFirstOrThrow();
}

export interface OpenImportRow {
  id: string;
  fileName: string;
  title: string;
  edtf: string;
  groupName: string;
  updatedAt: string;
}

/** Imports that wait to be looked through, in the groups that the viewer organises, latest first. */
export async function listOpenImports(db: Executor, scope: NetworkScope, { limit }: { limit: number }): Promise<OpenImportRow[]> {
  const { groupIds, personId } = scope;
  let query = db
    .selectFrom('imports')
    .innerJoin('groups', 'groups.id', 'imports.groupId')
    .select(['imports.id', 'imports.fileName', 'imports.updatedAt', 'groups.name as groupName'])
    .select([
      sql<string>`imports.draft #>> '{header,title,value}'`.as('title'),
      sql<string>`imports.draft #>> '{header,when,value}'`.as('edtf'),
    ])
    .where('imports.state', '=', 'open');
  if (groupIds !== 'all')
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('memberships')
          .select('memberships.groupId')
          .whereRef('memberships.groupId', '=', 'imports.groupId')
          .where('memberships.personId', '=', personId)
          .where('memberships.role', '=', 'organiser'),
      ),
    );
  return query.orderBy('imports.createdAt', 'desc').limit(limit).execute();
}
