import { expect, test } from 'vitest';
import { whenOf } from '#app/model/when.ts';
import { invitePeople } from '#server/attendance/invite-people.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import { aMeeting, aPlan, rowOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { readCalendar } from './read-calendar.ts';

const database = useDatabase();
const services = useServices(database);

test('from draft to cancellation, one person gets four mails about one entry in their calendar, each outranking the one before', async () => {
  const { id, organised: scope, viewers, people } = await aMeeting(services, {}, false);
  const viewer = viewers.ines;
  const { email } = people.paula;
  const nothing = () => expect(services.mailbox.next(email)).rejects.toThrow('No unread mail');
  const edit = async (given: Parameters<typeof aPlan>[0], announce = false) => {
    const { revision } = await rowOf(services, id);
    expect(await editMeeting(services, { viewer, scope, revision, plan: aPlan(given), announce })).toMatchObject({ ok: true });
  };
  const network = await enterNetwork(services, viewer);
  await invitePeople(services, { viewer, scope, network, whom: { kind: 'people', personIds: [people.paula.id] }, roles: ['participant'] });
  await nothing();

  await edit({}, true);
  const invitation = readCalendar(await services.mailbox.next(email));
  await edit({ summary: 'Nouveau résumé' });
  await nothing();
  await edit({ when: whenOf('2022-10-14T15:00/2022-10-14T16:30') });
  const moved = readCalendar(await services.mailbox.next(email));
  await edit({ when: whenOf('2022-10-14T15:00/2022-10-14T16:30'), placeName: 'Bordeaux' });
  const relocated = readCalendar(await services.mailbox.next(email));
  await cancelMeeting(services, { viewer, scope, reason: 'Reportée.' });
  const off = readCalendar(await services.mailbox.next(email));

  expect([invitation, moved, relocated, off].map((part) => [part?.method, part?.sequence])).toEqual([
    ['REQUEST', 0],
    ['REQUEST', 1],
    ['REQUEST', 2],
    ['CANCEL', 3],
  ]);
  expect(new Set([invitation, moved, relocated, off].map((part) => part?.uid)).size).toBe(1);
  expect(moved?.start).toBe('2022-10-14T13:00:00.000Z');
  await nothing();
});
