import { sql } from 'kysely';
import type { Heading } from '#app/model/headings.ts';
import type { Executor } from '#db/client.ts';

const MOST = 100;

/** The headings that the sessions of an edition have in common, in their order. */
export async function listHeadings(db: Executor, { editionId }: { editionId: string }): Promise<Heading[]> {
  return db
    .selectFrom('headings')
    .select(['id', 'title', 'kind', 'durationMinutes', 'summary'])
    .where('editionId', '=', editionId)
    .orderBy('position')
    .limit(MOST)
    .execute();
}

/** What is expected under each point of a meeting that stands for a heading. */
export async function listExpected(
  db: Executor,
  { meetingId }: { meetingId: string },
): Promise<{ agendaItemId: string; summary: string }[]> {
  return db
    .selectFrom('agendaItems')
    .innerJoin('headings', 'headings.id', 'agendaItems.headingId')
    .select(['agendaItems.id as agendaItemId', 'headings.summary'])
    .where('agendaItems.meetingId', '=', meetingId)
    .limit(MOST)
    .execute();
}

export interface SessionToArrange {
  id: string;
  title: string;
  /** Points that stand for a heading of its edition. */
  headings: number;
}

/** The sessions of an edition that can be given headings: neither cancelled nor with minutes that are approved or out. */
export async function listSessionsToArrange(db: Executor, { editionId }: { editionId: string }, { limit }: { limit: number }) {
  const { rows } = await sql<SessionToArrange>`
    select meetings.id, meetings.title,
      (select count(*)::integer from agenda_items where agenda_items.meeting_id = meetings.id and heading_id is not null) as headings
    from meetings left join minutes on minutes.meeting_id = meetings.id
    where meetings.edition_id = ${editionId} and meetings.status <> 'cancelled' and coalesce(minutes.state, 'draft') in ('draft', 'in_review')
    order by lower(meetings.during) nulls last, meetings.title, meetings.id
    limit ${limit}`.execute(db);
  return rows;
}
