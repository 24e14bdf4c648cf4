import { expect, test } from 'vitest';
import { countGathered } from '#db/outbox/read-gathered.ts';
import { notifyInvitees } from '#server/attendance/notify-invitees.ts';
import { sendNow } from '#server/outbox/send-now.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { invitedTo } from './outbox-scene.ts';

const database = useDatabase();
const services = useServices(database);

test('the news of a change need not wait for further ones: an organiser lets it go, once', async () => {
  const scene = await planScene(database, services);
  const { viewer, scope, meeting } = scene;
  const { person } = await invitedTo(database, services, scene);
  await services.mailbox.next(person.email);
  const { edtf, timeZone, placeName, placeAddress, onlineUrl } = await database.db
    .updateTable('meetings')
    .set({ placeName: 'Hôtel de ville', sequence: 1 })
    .where('id', '=', meeting.id)
    .returning(['edtf', 'timeZone', 'placeName', 'placeAddress', 'onlineUrl'])
    .executeTakeFirstOrThrow();
  const before = { edtf, timeZone, placeName: 'Cité des Sciences', placeAddress, onlineUrl };
  expect(placeName).not.toBe(before.placeName);
  await database.db
    .transaction()
    .execute((trx) => notifyInvitees(trx, services, { what: 'updated', meetingId: meeting.id, by: viewer.personId, before }));
  expect(await countGathered(database.db, scope)).toBe(1);
  expect(await sendNow(services, { personId: viewer.personId, scope })).toBe(1);
  expect((await services.mailbox.next(person.email)).text).toContain('Hôtel de ville');
  expect(await countGathered(database.db, scope)).toBe(0);
  expect(await sendNow(services, { personId: viewer.personId, scope })).toBe(0);
});
