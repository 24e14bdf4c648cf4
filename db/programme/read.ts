import type { EditionScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import type { MeetingRow } from '#db/meetings/read.ts';
import { inOrder, selectRows } from '#db/meetings/rows.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

export interface EditionRow {
  slug: string;
  name: string;
  place: string;
  /** Local days of the edition's zone, 'YYYY-MM-DD'. */
  startsOn: string;
  endsOn: string;
}

/** Editions that this person may see, newest first; `from` and `to` (days, both included) keep those that touch them. */
export async function listEditions(
  db: Executor,
  scope: NetworkScope,
  { limit, from, to }: { limit: number; from?: string; to?: string },
): Promise<EditionRow[]> {
  let query = db
    .selectFrom('editions')
    .innerJoin('groups', 'groups.id', 'editions.groupId')
    .select(['editions.slug', 'editions.name', 'editions.place', 'editions.startsOn', 'editions.endsOn']);
  if (scope.groupIds !== 'all') {
    const own = [...scope.groupIds];
    query = query.where((eb) => eb.or([eb('groups.visibility', '=', 'public'), ...(own.length > 0 ? [eb('groups.id', 'in', own)] : [])]));
  }
  if (from) query = query.where('editions.endsOn', '>=', from);
  if (to) query = query.where('editions.startsOn', '<=', to);
  return query.orderBy('editions.startsOn', 'desc').limit(limit).execute();
}

export interface EditionDetails extends EditionRow {
  summary: string;
  timeZone: string;
  groupSlug: string;
  groupName: string;
  /** First and last day of registering, both included; see opennessOn. */
  opensOn: string | null;
  closesOn: string | null;
  /** Its minutes are bound in a volume. */
  bound: boolean;
}

export async function findEdition(db: Executor, scope: EditionScope): Promise<EditionDetails> {
  return db
    .selectFrom('editions')
    .innerJoin('groups', 'groups.id', 'editions.groupId')
    .leftJoin('registrationSettings', 'registrationSettings.editionId', 'editions.id')
    .select([
      'editions.slug',
      'editions.name',
      'editions.place',
      'editions.startsOn',
      'editions.endsOn',
      'editions.summary',
      'editions.timeZone',
    ])
    .select(['groups.slug as groupSlug', 'groups.name as groupName', 'registrationSettings.opensOn', 'registrationSettings.closesOn'])
    .select((eb) => {
      const versions = eb.selectFrom('volumeVersions').select('number').whereRef('volumeVersions.editionId', '=', 'editions.id');
      return eb.exists(versions).$castTo<boolean>().as('bound');
    })
    .where('editions.id', '=', scope.editionId)
    .executeTakeFirstOrThrow();
}

/** The sessions of an edition that this person may see, in order of time, undated ones last; cancelled ones too. */
export async function listSessions(db: Executor, scope: EditionScope, { limit }: { limit: number }): Promise<MeetingRow[]> {
  return inOrder(selectRows(db).where('meetings.editionId', '=', scope.editionId).where(visibleMeetings(scope.network)), 'asc')
    .limit(limit)
    .execute();
}
