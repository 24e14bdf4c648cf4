import { sql } from 'kysely';
import type { OutsideEvent } from '#app/model/outside-events.ts';
import type { GroupScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleOutsideEvents } from './visible.ts';

// No date covers more than this (app/model/when.ts, LONGEST_SPAN_DAYS), which lets a window use the indexes on lower(during).
const LONGEST = sql`interval '367 days'`;

/** Events of others that touch [from, to) (ISO instants), in order of time; of one group, or of every group that the viewer may see. */
export async function listOutsideEvents(
  db: Executor,
  scope: NetworkScope,
  { from, to, groupSlug, limit }: { from: string; to: string; groupSlug?: string | undefined; limit: number },
): Promise<OutsideEvent[]> {
  const rows = selectEvents(db).where(visibleOutsideEvents(scope)).where(notOverAt(from)).where(startsBefore(to));
  return inOrder(groupSlug ? rows.where('groups.slug', '=', groupSlug) : rows)
    .limit(limit)
    .execute();
}

/** What a group's page shows: events of others that are not over at `now` (ISO), and those whose date nobody knows yet. */
export async function listOutsideEventsOfGroup(
  db: Executor,
  scope: GroupScope,
  { now, limit }: { now: string; limit: number },
): Promise<OutsideEvent[]> {
  return inOrder(
    selectEvents(db)
      .where('outsideEvents.groupId', '=', scope.groupId)
      .where('outsideEvents.hidden', '=', false)
      .where((eb) => eb.or([notOverAt(now), eb(sql`outside_events.during`, 'is', null)])),
  )
    .limit(limit)
    .execute();
}

function selectEvents(db: Executor) {
  return db
    .selectFrom('outsideEvents')
    .innerJoin('groups', 'groups.id', 'outsideEvents.groupId')
    .leftJoin('outsideCalendars', 'outsideCalendars.id', 'outsideEvents.calendarId')
    .select(['outsideEvents.id', 'outsideEvents.title', 'outsideEvents.edtf', 'outsideEvents.timeZone', 'outsideEvents.place'])
    .select(['outsideEvents.country', 'outsideEvents.url', 'outsideEvents.note', 'outsideCalendars.name as source'])
    .select(['groups.slug as groupSlug', 'groups.name as groupName'])
    .select([
      sql<string | null>`lower(outside_events.during)`.as('startsAt'),
      sql<string | null>`upper(outside_events.during)`.as('endsAt'),
    ]);
}

function inOrder(query: ReturnType<typeof selectEvents>) {
  return query.orderBy(sql`lower(outside_events.during)`, (by) => by.asc().nullsLast()).orderBy('outsideEvents.id');
}

const notOverAt = (from: string) =>
  sql<boolean>`(lower(outside_events.during) > ${from}::timestamptz - ${LONGEST} and upper(outside_events.during) > ${from}::timestamptz)`;
const startsBefore = (to: string) => sql<boolean>`lower(outside_events.during) < ${to}::timestamptz`;
