import { expect, test } from 'vitest';
import { countRooms } from '#db/check-ins/read-counts.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { makeDoor, makeEdition, makePhone, makeRegistration, makeSession } from './made.ts';

const database = useDatabase();
const services = useServices(database);

async function twoDoors(meetingId: string | null = null) {
  services.clock.set('2022-06-20T08:00:00Z');
  const made = await makeEdition(database.db);
  const { edition, viewer } = made;
  const [a, b] = [
    await makeDoor(services, viewer, edition.slug, { name: 'Porte A', meetingId }),
    await makeDoor(services, viewer, edition.slug, { name: 'Porte B', meetingId }),
  ];
  const guest = await makeRegistration(database.db, { editionId: edition.id, givenName: 'Lúcia', familyName: 'Fernández' });
  const phones = [a, b].map(({ token }) => makePhone(services, token, edition.id)) as [
    ReturnType<typeof makePhone>,
    ReturnType<typeof makePhone>,
  ];
  return { ...made, a, b, phones, guest };
}

const rowsOf = (editionId: string) =>
  database.db
    .selectFrom('checkInEvents')
    .select(['at', 'phoneAt', 'outcome', 'standing', 'doorId', 'id'])
    .where('editionId', '=', editionId)
    .orderBy('at')
    .execute();

test('a phone learns names, organisations, categories and hashes, and nothing else of anybody', async () => {
  const { edition, phones, guest } = await twoDoors();
  await makeRegistration(database.db, { editionId: edition.id, email: 'secret@nanterre.example', state: 'waiting', function: 'Maire' });
  const answer = await phones[0].send([]);
  expect(answer.list?.people).toHaveLength(2);
  expect(Object.keys(answer.list?.people[0] ?? {}).sort()).toEqual(['badge', 'category', 'name', 'organisation', 'short', 'state']);
  const told = JSON.stringify(answer);
  expect(told).not.toContain(guest.badgeCode);
  expect(told).not.toContain('secret@nanterre.example');
  expect(answer.list?.people.find(({ name }) => name === 'Lúcia Fernández')?.badge).toBe(await phones[0].badge(guest));
  const again = await phones[0].send([], { version: answer.list?.version });
  expect(again.list).toBeNull();
});

test('the same checks sent twice count once, and another phone learns of them', async () => {
  const { edition, phones, guest } = await twoDoors();
  const check = await phones[0].check(guest, '2022-06-20T07:12:00Z');
  const first = await phones[0].send([check]);
  const second = await phones[0].send([check]);
  expect([first.taken, second.taken]).toEqual([[check.id], [check.id]]);
  expect(await rowsOf(edition.id)).toHaveLength(1);
  const other = await phones[1].send([]);
  expect(other.presences?.list).toEqual([{ badge: await phones[0].badge(guest), at: '2022-06-20T07:12:00Z', door: 'Porte A' }]);
  expect(other.counts).toEqual({ inside: 1, expected: 1, capacity: null });
  const { day, change } = other.presences ?? { day: '', change: 0 };
  expect((await phones[1].send([], { day, change })).presences?.list).toEqual([]);
});

test('a badge that two doors read while they were cut off comes in once, by the first, and is told to the organisers', async () => {
  const { edition, phones, guest, a, b } = await twoDoors();
  // the later one is heard of first
  await phones[1].send([await phones[1].check(guest, '2022-06-20T07:20:00Z')]);
  await phones[0].send([await phones[0].check(guest, '2022-06-20T07:12:00Z')]);
  const rows = await rowsOf(edition.id);
  expect(rows.map(({ doorId, outcome }) => ({ doorId, outcome }))).toEqual([
    { doorId: a.id, outcome: 'counted' },
    { doorId: b.id, outcome: 'doubtful' },
  ]);
  const { presences, counts } = await phones[1].send([]);
  expect(presences?.list[0]).toMatchObject({ at: '2022-06-20T07:12:00Z', door: 'Porte A' });
  expect(counts?.inside).toBe(1);
});

test('a badge held before one door twice within a minute, or again where the phone said so, troubles nobody', async () => {
  const { edition, phones, guest } = await twoDoors();
  await phones[0].send([
    await phones[0].check(guest, '2022-06-20T07:12:00Z'),
    await phones[0].check(guest, '2022-06-20T07:12:40Z'),
    await phones[0].check(guest, '2022-06-20T07:45:00Z', { warned: true }),
  ]);
  expect((await rowsOf(edition.id)).map(({ outcome }) => outcome)).toEqual(['counted', 'repeated', 'repeated']);
});

test('a phone whose clock is wrong is set right, and what it said is kept', async () => {
  const { edition, phones, guest } = await twoDoors();
  // a day fast; noted ten minutes before it was sent
  await phones[0].send([await phones[0].check(guest, '2022-06-21T07:50:00Z')], { sentAt: '2022-06-21T08:00:00Z' });
  expect(await rowsOf(edition.id)).toMatchObject([{ at: '2022-06-20T07:50:00Z', phoneAt: '2022-06-21T07:50:00Z' }]);
});

test('what is said to have happened later than now happened now, and what was before the edition is refused', async () => {
  const { edition, phones, guest } = await twoDoors();
  const [future, past] = [await phones[0].check(guest, '2022-06-20T23:00:00Z'), await phones[0].check(guest, '1970-01-01T00:00:01Z')];
  const answer = await phones[0].send([future, past]);
  expect(answer).toMatchObject({ taken: [future.id], refused: [{ id: past.id, reason: 'early' }] });
  expect(await rowsOf(edition.id)).toMatchObject([{ at: '2022-06-20T08:00:00Z' }]);
});

test('a forged badge is refused, and so is one of another edition', async () => {
  const { phones, edition } = await twoDoors();
  const elsewhere = await makeEdition(database.db);
  const stranger = await makeRegistration(database.db, { editionId: elsewhere.edition.id });
  const forged = await makePhone(services, '', elsewhere.edition.id).check(stranger, '2022-06-20T07:12:00Z');
  const own = await phones[0].check(stranger, '2022-06-20T07:12:00Z');
  expect((await phones[0].send([forged, own])).refused).toEqual([
    { id: forged.id, reason: 'unknown-badge' },
    { id: own.id, reason: 'unknown-badge' },
  ]);
  expect(await rowsOf(edition.id)).toEqual([]);
});

test('a check at the door of a session puts its owner on the list of those who came, to read; undone, they go', async () => {
  services.clock.set('2022-06-20T15:00:00Z');
  const { edition, group, viewer } = await makeEdition(database.db);
  const session = await makeSession(database.db, { groupId: group.id, editionId: edition.id });
  const door = await makeDoor(services, viewer, edition.slug, { meetingId: session.id });
  const guest = await makeRegistration(database.db, { editionId: edition.id, function: 'Adjointe au maire' });
  const speaker = await makePerson(database.db, { givenName: 'Paula', familyName: 'Quintero' });
  await makeAttendance(database.db, { meetingId: session.id, personId: speaker.id, roles: ['speaker'], notesAccess: 'write' });
  const talk = await makeRegistration(database.db, { editionId: edition.id, personId: speaker.id, category: 'speaker' });
  const phone = makePhone(services, door.token, edition.id);
  const [first, second] = [await phone.check(guest, '2022-06-20T14:31:00Z'), await phone.check(talk, '2022-06-20T14:32:00Z')];
  await phone.send([first, second]);
  const attendances = () =>
    database.db
      .selectFrom('attendances')
      .select(['familyName', 'function', 'roles', 'notesAccess', 'checkedInAt'])
      .where('meetingId', '=', session.id)
      .orderBy('checkedInAt')
      .execute();
  expect(await attendances()).toEqual([
    {
      familyName: guest.familyName,
      function: 'Adjointe au maire',
      roles: ['participant'],
      notesAccess: 'read',
      checkedInAt: '2022-06-20T14:31:00Z',
    },
    { familyName: 'Quintero', function: '', roles: ['speaker'], notesAccess: 'write', checkedInAt: '2022-06-20T14:32:00Z' },
  ]);
  expect(services.told).toContainEqual({ meetingId: session.id, topic: 'attendance' });
  const undo = (of: string) => ({ id: crypto.randomUUID(), kind: 'undo' as const, at: '2022-06-20T14:33:00Z', of });
  await phone.send([undo(first.id), undo(second.id)]);
  expect(await attendances()).toMatchObject([{ familyName: 'Quintero', checkedInAt: null }]);
  expect((await phone.send([])).counts?.inside).toBe(0);
});

test('whoever is not registered is written down at the door, once, and is in', async () => {
  const { edition, phones } = await twoDoors();
  const person = { givenName: 'Anaïs', familyName: 'Okoro', organisation: 'Ville de Lomé', category: 'press' as const };
  const walkIn = { id: crypto.randomUUID(), kind: 'walk-in' as const, at: '2022-06-20T07:30:00Z', person };
  await phones[0].send([walkIn]);
  await phones[0].send([walkIn]);
  const { list, counts } = await phones[1].send([]);
  expect(list?.people.filter(({ name }) => name === 'Anaïs Okoro')).toMatchObject([{ organisation: 'Ville de Lomé', category: 'press' }]);
  expect(counts?.inside).toBe(1);
  const rows = await database.db
    .selectFrom('registrations')
    .select('cameAs')
    .where('editionId', '=', edition.id)
    .orderBy('nameKey')
    .execute();
  expect(rows.map(({ cameAs }) => cameAs)).toEqual(['walk_in', 'self']);
});

test('people are counted out, and who comes back counts again', async () => {
  const { phones, guest } = await twoDoors();
  await phones[0].send([await phones[0].check(guest, '2022-06-20T07:00:00Z')]);
  const out = await phones[1].send([await phones[1].check(guest, '2022-06-20T07:10:00Z', { kind: 'out' })]);
  expect(out.counts?.inside).toBe(0);
  expect(out.presences?.list).toMatchObject([{ at: null }]);
  const back = await phones[1].send([await phones[1].check(guest, '2022-06-20T07:20:00Z')]);
  expect(back.counts?.inside).toBe(1);
});

test('organisers count who came to a session by its attendances: checked at its door or ticked by hand, less who left', async () => {
  services.clock.set('2022-06-20T15:00:00Z');
  const { edition, group, viewer } = await makeEdition(database.db);
  const session = await makeSession(database.db, { groupId: group.id, editionId: edition.id });
  const door = await makeDoor(services, viewer, edition.slug, { meetingId: session.id });
  const phone = makePhone(services, door.token, edition.id);
  const guest = await makeRegistration(database.db, { editionId: edition.id });
  const counts = async () => {
    const rooms = await countRooms(database.db, await organiseEdition(services, viewer, edition.slug));
    return rooms.map(({ inside, came }) => ({ inside, came }));
  };
  await phone.send([await phone.check(guest, '2022-06-20T14:31:00Z')]);
  const chair = await makePerson(database.db);
  await makeAttendance(database.db, { meetingId: session.id, personId: chair.id, checkedInAt: '2022-06-20T14:32:00Z' });
  expect(await counts()).toEqual([{ inside: 2, came: 2 }]);
  await phone.send([await phone.check(guest, '2022-06-20T14:50:00Z', { kind: 'out' })]);
  expect(await counts()).toEqual([{ inside: 1, came: 2 }]);
});
