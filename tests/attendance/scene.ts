import type { MeetingScope } from '#app/model/scope.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { findMeetingScope, organiseMeeting } from '#server/meetings/access.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

type MeetingGiven = Partial<Parameters<typeof makeMeeting>[1]>;

/** A group with an organiser, and its meeting of 20 June 2022, 16:30 in Paris; it is 1 June. */
export async function planScene({ db }: TestDatabase, services: TestServices, given: MeetingGiven = {}) {
  const group = await makeGroup(db);
  const organiser = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const meeting = await makeMeeting(db, {
    groupId: group.id,
    onlineUrl: 'https://visio.example/dalc',
    placeName: 'Cité des Sciences',
    ...given,
  });
  const viewer = viewerOf(organiser);
  const scope = await organiseMeeting(services, viewer, meeting.slug);
  const network = await enterNetwork(services, viewer);
  return { group, organiser, meeting, viewer, scope, network };
}

/** Somebody who was invited by mail, and what they see of the meeting when signed in. */
export async function inviteOne(
  { db }: TestDatabase,
  services: TestServices,
  meetingId: string,
  given: Parameters<typeof makePerson>[1] = {},
) {
  const person = await makePerson(db, given);
  const attendance = await makeAttendance(db, { meetingId, personId: person.id, invitedAt: '2022-06-01T08:00:00Z' });
  return { person, attendance, scope: await scopeOf(services, person, meetingId) };
}

export async function scopeOf(
  services: TestServices,
  person: Awaited<ReturnType<typeof makePerson>>,
  meetingId: string,
): Promise<MeetingScope> {
  const scope = await findMeetingScope(services, viewerOf(person), { id: meetingId });
  if (!scope) throw new Error('This person does not see the meeting.');
  return scope;
}

/** The secret in a mail's links. */
export function tokenIn(links: readonly string[]): string {
  const token = links.map((link) => /\/answers\/([\w-]{43})/.exec(link)?.[1]).find(Boolean);
  if (!token) throw new Error(`No answer link among ${links.join(', ')}.`);
  return token;
}
