import type { Database } from '#db/client.ts';
import type { InsertedMeeting } from './insert-meeting.ts';
import { type DemoPersonKey, demoAddress, PEOPLE } from './network.ts';

/** The ids of people of the demo that are in the network. */
export async function findDemoPeople(db: Database): Promise<Map<DemoPersonKey, string>> {
  const keys = new Map(Object.keys(PEOPLE).map((key) => [demoAddress(key as DemoPersonKey), key as DemoPersonKey]));
  const rows = await db
    .selectFrom('people')
    .select(['id', 'email'])
    .where('email', 'in', [...keys.keys()])
    .execute();
  return new Map(
    rows.flatMap((row): [DemoPersonKey, string][] => {
      const key = keys.get(row.email ?? '');
      return key ? [[key, row.id]] : [];
    }),
  );
}

/** A meeting of the demo that still waits for its minutes; null once they are out, or where there is no such meeting. */
export async function findUnpublished(
  db: Database,
  slug: string,
  people: ReadonlyMap<DemoPersonKey, string>,
): Promise<InsertedMeeting | null> {
  const meeting = await db
    .selectFrom('meetings')
    .leftJoin('minutes', (join) => join.onRef('minutes.meetingId', '=', 'meetings.id').on('minutes.state', '=', 'published'))
    .select(['meetings.id', 'meetings.groupId', 'minutes.id as minutesId'])
    .where('meetings.slug', '=', slug)
    .executeTakeFirst();
  if (!meeting || meeting.minutesId) return null;
  const agenda = await db.selectFrom('agendaItems').select(['id', 'title']).where('meetingId', '=', meeting.id).execute();
  const rows = await db.selectFrom('attendances').select(['id', 'personId']).where('meetingId', '=', meeting.id).execute();
  const attendanceOf = new Map(rows.map((row) => [row.personId, row.id]));
  const attendances = new Map<DemoPersonKey, string>();
  for (const [key, personId] of people) {
    const id = attendanceOf.get(personId);
    if (id) attendances.set(key, id);
  }
  return { id: meeting.id, groupId: meeting.groupId, agenda: new Map(agenda.map((item) => [item.title, item.id])), attendances };
}
