import { sql } from 'kysely';
import { boundsOf, whenOf } from '#app/model/when.ts';
import type { Trx } from '#db/client.ts';
import type { DemoIds } from './insert-network.ts';
import type { DemoMeeting } from './meetings.ts';
import { type DemoPersonKey, ORGANISATIONS, PEOPLE } from './network.ts';

export interface InsertedMeeting {
  id: string;
  groupId: string;
  /** Agenda item ids by title. */
  agenda: Map<string, string>;
  attendances: Map<DemoPersonKey, string>;
}

/** One meeting of the demo with its agenda and attendance; `at` (an instant) is when it was planned. */
export async function insertMeeting(trx: Trx, ids: DemoIds, meeting: DemoMeeting, at: string): Promise<InsertedMeeting> {
  const zone = meeting.zone ?? 'Europe/Paris';
  const bounds = boundsOf(whenOf(meeting.edtf), zone);
  const groupId = known(ids.groups, meeting.group);
  const { id } = await trx
    .insertInto('meetings')
    .values({
      ...{ slug: meeting.slug, groupId, editionId: meeting.edition ? known(ids.editions, meeting.edition) : null },
      ...{ kind: meeting.kind, title: meeting.title, summary: meeting.summary ?? '', edtf: meeting.edtf, timeZone: zone },
      during: bounds ? sql<string>`tstzrange(${bounds.from}::timestamptz, ${bounds.to}::timestamptz)` : null,
      status: meeting.cancelled ? 'cancelled' : 'scheduled',
      sequence: meeting.cancelled ? 1 : 0,
      cancelReason: meeting.cancelled ?? '',
      cancelledAt: meeting.cancelled ? at : null,
      ...{ placeName: meeting.place?.name ?? '', placeAddress: meeting.place?.address ?? '', placeAccess: meeting.place?.access ?? '' },
      ...{ onlineUrl: meeting.online ?? '', languages: [...(meeting.languages ?? [])], changedAt: at, createdAt: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const themes = meeting.themes.map((theme) => ({ meetingId: id, themeId: known(ids.themes, theme) }));
  if (themes.length > 0) await trx.insertInto('meetingThemes').values(themes).execute();
  const countries = (meeting.countries ?? []).map((country) => ({ meetingId: id, country }));
  if (countries.length > 0) await trx.insertInto('meetingCountries').values(countries).execute();
  return {
    id,
    groupId,
    agenda: await insertAgenda(trx, ids, id, meeting),
    attendances: await insertAttendances(trx, ids, id, meeting, at),
  };
}

async function insertAgenda(trx: Trx, ids: DemoIds, meetingId: string, meeting: DemoMeeting): Promise<Map<string, string>> {
  const agenda = new Map<string, string>();
  for (const [position, item] of meeting.agenda.entries()) {
    const row = {
      meetingId,
      position,
      title: item.title,
      kind: item.kind ?? 'discussion',
      durationMinutes: item.minutes,
      summary: item.summary ?? '',
    };
    const { id } = await trx.insertInto('agendaItems').values(row).returning('id').executeTakeFirstOrThrow();
    agenda.set(item.title, id);
    const presenters = (item.presenters ?? []).map((key, index) => ({
      agendaItemId: id,
      personId: known(ids.people, key),
      position: index,
    }));
    if (presenters.length > 0) await trx.insertInto('agendaPresenters').values(presenters).execute();
  }
  return agenda;
}

async function insertAttendances(
  trx: Trx,
  ids: DemoIds,
  meetingId: string,
  meeting: DemoMeeting,
  at: string,
): Promise<Map<DemoPersonKey, string>> {
  const attendances = new Map<DemoPersonKey, string>();
  for (const attendee of meeting.attendees) {
    if (attendances.has(attendee.person)) continue;
    const person = PEOPLE[attendee.person];
    const [organisationName, organisationKind] = ORGANISATIONS[person.organisation];
    const { id } = await trx
      .insertInto('attendances')
      .values({
        ...{ meetingId, personId: known(ids.people, attendee.person), roles: [...(attendee.roles ?? ['participant'])] },
        ...{ givenName: person.given, familyName: person.family, function: person.function, organisationName, organisationKind },
        ...{ answer: attendee.answer, answeredAt: attendee.answer === 'none' ? null : at, invitedAt: at },
        ...{ substituteName: attendee.substitute?.name ?? '', substituteFunction: attendee.substitute?.function ?? '' },
        checkedInAt: attendee.checkedIn ? at : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    attendances.set(attendee.person, id);
  }
  return attendances;
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo names '${String(key)}', which it does not define.`);
  return value;
}
