import type { Facilitation } from '#app/model/facilitation.ts';
import { leadMeeting } from '#server/facilitation/access.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

export const OPENING = '2022-06-20T14:31:00Z';

/** A meeting of three points (5, 20 and 15 minutes), with its organiser and somebody invited to it. */
export async function prepareMeeting({ db }: TestDatabase, services: TestServices, given: Partial<Parameters<typeof makeMeeting>[1]> = {}) {
  const group = await makeGroup(db);
  const meeting = await makeMeeting(db, { groupId: group.id, ...given });
  const organiser = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const participant = await makePerson(db, { givenName: 'Karim', familyName: 'Belhadj', function: 'adjoint au maire' });
  const attendance = await makeAttendance(db, { meetingId: meeting.id, personId: participant.id, organisationName: 'Ville de Nanterre' });
  const points: string[] = [];
  for (const [position, durationMinutes] of [5, 20, 15].entries()) {
    const values = { meetingId: meeting.id, position, durationMinutes, title: `Point ${position + 1}`, kind: 'discussion' as const };
    points.push((await db.insertInto('agendaItems').values(values).returning('id').executeTakeFirstOrThrow()).id);
  }
  services.clock.set(OPENING);
  services.told.length = 0;
  services.accessChanges.length = 0;
  const viewer = viewerOf(organiser);
  const [first, second, third] = points as [string, string, string];
  return {
    ...{ meeting, group, participant, attendance, viewer, points: { first, second, third } },
    lead: { viewer, scope: await leadMeeting(services, viewer, meeting.slug) },
    organise: { viewer, scope: await organiseMeeting(services, viewer, meeting.slug) },
    state: () => readFacilitation(services, meeting.id),
    /** Points with the seconds spent on them, '*' after the current one. */
    async course(): Promise<string[]> {
      return courseOf(await readFacilitation(services, meeting.id), points);
    },
  };
}

export type PreparedMeeting = Awaited<ReturnType<typeof prepareMeeting>>;

function courseOf({ points, current }: Facilitation, ids: readonly string[]): string[] {
  return points.map(({ agendaItemId, spentSeconds }) => {
    const number = ids.indexOf(agendaItemId) + 1;
    return `${number}: ${spentSeconds}${current?.agendaItemId === agendaItemId ? '*' : ''}`;
  });
}

/** What was done, in the words of the audit. */
export async function auditOf({ db }: TestDatabase, meetingId: string): Promise<string[]> {
  const rows = await db.selectFrom('auditEntries').select('action').where('subjectId', '=', meetingId).orderBy('id').execute();
  return rows.map(({ action }) => action.replace('facilitation.', ''));
}
