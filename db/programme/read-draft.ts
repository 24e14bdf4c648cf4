import { sql } from 'kysely';
import type { MeetingStatus } from '#app/model/meetings.ts';
import { type DraftSession, inOrderOfTime } from '#app/model/programme-draft.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { listRooms, listTracks, type RoomRow, type TrackRow } from './write-rooms.ts';
import { listSlots, type SlotRow } from './write-slots.ts';

/** A session as its organisers see it while the programme is prepared. */
export interface DraftSessionRow extends Omit<DraftSession, 'registered'> {
  slug: string;
  status: MeetingStatus;
  edtf: string;
  /** As published. */
  placeName: string;
  languages: string[];
  groupName: string;
  /** Of its placement; 0: never placed. */
  revision: number;
}

export interface ProgrammeDraftRow {
  programmeRevision: number;
  timeZone: string;
  slots: SlotRow[];
  rooms: RoomRow[];
  tracks: TrackRow[];
  /** In order of title; cancelled ones too. */
  sessions: DraftSessionRow[];
}

const MUST_BE_THERE = sql`array['chair', 'facilitator', 'speaker']`;

/** The whole draft of an edition's programme. For organisers: drafts of sessions are in it. */
export async function readDraft(
  db: Executor,
  scope: Pick<EditionScope, 'editionId'> & { can: { organise: true } },
  { limit }: { limit: number } = { limit: 500 },
): Promise<ProgrammeDraftRow> {
  const { editionId } = scope;
  const edition = await db
    .selectFrom('editions')
    .select(['timeZone', 'programmeRevision'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const [slots, rooms, tracks, sessions] = await Promise.all([
    listSlots(db, editionId),
    listRooms(db, editionId),
    listTracks(db, editionId),
    db
      .selectFrom('meetings')
      .innerJoin('groups', 'groups.id', 'meetings.groupId')
      .leftJoin('placements', 'placements.meetingId', 'meetings.id')
      .select([
        'meetings.id',
        'meetings.slug',
        'meetings.title',
        'meetings.status',
        'meetings.edtf',
        'meetings.languages',
        'meetings.placeName',
      ])
      .select(['meetings.capacity', 'groups.name as groupName'])
      .select(['placements.slotId', 'placements.roomId', 'placements.trackId'])
      .select((eb) => eb.fn.coalesce('placements.revision', sql<number>`0`).as('revision'))
      .select([
        sql<number>`coalesce((select sum(duration_minutes) from agenda_items where meeting_id = meetings.id), 0)::int`.as('agendaMinutes'),
        sql<{ personId: string; name: string }[]>`coalesce((
          select jsonb_agg(jsonb_build_object('personId', a.person_id, 'name', a.given_name || ' ' || a.family_name)
            order by a.family_name, a.given_name)
          from attendances a
          where a.meeting_id = meetings.id and a.roles && ${MUST_BE_THERE} and a.answer <> 'declined'
        ), '[]')`.as('people'),
      ])
      .where('meetings.editionId', '=', editionId)
      .orderBy('meetings.title')
      .orderBy('meetings.id')
      .limit(limit)
      .execute(),
  ]);
  return { ...edition, slots: inOrderOfTime(slots), rooms, tracks, sessions };
}

/** The revision that the form of an edition is filled from. */
export async function findEditionRevision(db: Executor, { editionId }: Pick<EditionScope, 'editionId'>): Promise<number> {
  const { revision } = await db.selectFrom('editions').select('revision').where('id', '=', editionId).executeTakeFirstOrThrow();
  return revision;
}
