import { organiseEdition } from '#server/programme/access.ts';
import { openSpeakerLink } from '#server/speakers/access.ts';
import { askSpeakers, type Whom } from '#server/speakers/ask-speakers.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

/** An edition with two sessions in June 2022, its organiser, and Paula who speaks in both and chairs the first. */
export async function speakersScene(services: TestServices) {
  const { db } = services;
  const group = await makeGroup(db, { visibility: 'public' });
  const organiser = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const slug = `edition-${crypto.randomUUID().slice(0, 8)}`;
  const edition = await db
    .insertInto('editions')
    .values({ slug, groupId: group.id, name: 'Rencontres 2022', startsOn: '2022-06-20', endsOn: '2022-06-21' })
    .returningAll()
    .executeTakeFirstOrThrow();
  const of = { groupId: group.id, editionId: edition.id, visibility: 'public' as const };
  const first = await makeMeeting(db, { ...of, title: 'Adapter nos villes à la chaleur' });
  const second = await makeMeeting(db, {
    ...{ ...of, title: 'Plénière de clôture', edtf: '2022-06-21T16:00/2022-06-21T17:00' },
    during: '[2022-06-21T14:00:00Z,2022-06-21T15:00:00Z)',
  });
  const paula = await makePerson(db, { givenName: 'Paula', familyName: 'Quintero', function: 'Adjointe' });
  const roles = { speaker: ['speaker' as const], both: ['chair' as const, 'speaker' as const] };
  const inFirst = await makeAttendance(db, { meetingId: first.id, personId: paula.id, roles: roles.both, organisationName: 'Montevideo' });
  const inSecond = await makeAttendance(db, {
    meetingId: second.id,
    personId: paula.id,
    roles: roles.speaker,
    organisationName: 'Montevideo',
  });
  const viewer = viewerOf(organiser);
  const organised = () => organiseEdition(services, viewer, slug);
  const ask = async (whom: Whom, expected: number) => askSpeakers(services, { viewer, scope: await organised(), whom, expected });
  /** The secret of the link in the next mail to somebody. */
  const tokenFor = async (address: string) => {
    const { text } = await services.mailbox.next(address);
    const token = /\/speaking\/([\w-]{43})/.exec(text ?? '')?.[1];
    if (!token) throw new Error('The mail has no link.');
    return token;
  };
  /** Paula's page, as her link opens it. */
  const enter = async () => {
    await ask({ kind: 'one', personId: paula.id }, 1);
    const token = await tokenFor(paula.email);
    const scope = await openSpeakerLink(services, token);
    if (!scope) throw new Error('The link does not open.');
    return { token, scope };
  };
  return { group, organiser, viewer, edition, slug, first, second, paula, inFirst, inSecond, organised, ask, tokenFor, enter };
}
