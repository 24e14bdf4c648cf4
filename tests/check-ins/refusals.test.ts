import { expect, test } from 'vitest';
import { CHECK_LIMITS } from '#app/model/check-ins.ts';
import { listChecksToDecide } from '#db/check-ins/read-doors.ts';
import { enterDoor } from '#server/check-ins/access.ts';
import { createDoor } from '#server/check-ins/create-door.ts';
import { decideOnCheck } from '#server/check-ins/decide-check.ts';
import { parseSync } from '#server/check-ins/parse-sync.ts';
import { placeInTime } from '#server/check-ins/place-in-time.ts';
import { revokeDoor } from '#server/check-ins/revoke-door.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { makeDoor, makeEdition, makePhone, makeRegistration, makeSession } from './made.ts';

const database = useDatabase();
const services = useServices(database);

async function door() {
  services.clock.set('2022-06-20T08:00:00Z');
  const made = await makeEdition(database.db);
  const { edition, viewer } = made;
  const { id, token } = await makeDoor(services, viewer, edition.slug);
  const guest = await makeRegistration(database.db, { editionId: edition.id });
  const scope = await organiseEdition(services, viewer, edition.slug);
  return { ...made, id, token, guest, scope, phone: makePhone(services, token, edition.id) };
}

const message = { phone: crypto.randomUUID(), sentAt: '2022-06-20T08:00:00Z', version: null, day: null, change: 0, pending: 0, events: [] };
const scan = { id: crypto.randomUUID(), kind: 'in', at: '2022-06-20T08:00:00Z', badge: 'x', warned: false };

test('what no phone of ours sends is refused whole', () => {
  expect(parseSync(message).ok).toBe(true);
  expect(parseSync({ ...message, events: [scan] }).ok).toBe(true);
  const unreadable = { ok: false, reason: 'unreadable' };
  for (const body of [undefined, null, 'x', [], {}, { ...message, events: null }, { ...message, change: -1 }, { ...message, phone: 'x' }])
    expect(parseSync(body)).toEqual(unreadable);
  for (const event of [
    { ...scan, at: '-000001-01-01T00:00:00Z' },
    { ...scan, at: '1969-12-31T23:59:59Z' },
    { ...scan, at: 'hier' },
    { ...scan, at: -1 },
    { ...scan, id: 'x' },
    { ...scan, kind: 'through' },
    { id: scan.id, kind: 'walk-in', at: scan.at, person: { givenName: '', familyName: ' ', organisation: '', category: 'member' } },
    {
      id: scan.id,
      kind: 'walk-in',
      at: scan.at,
      person: { givenName: '', familyName: 'x'.repeat(101), organisation: '', category: 'member' },
    },
  ])
    expect(parseSync({ ...message, events: [event] })).toEqual(unreadable);
  const many = Array.from({ length: 10_000 }, () => scan);
  expect(parseSync({ ...message, events: many })).toEqual({ ok: false, reason: 'too-many' });
  expect(parseSync({ ...message, events: many.slice(0, CHECK_LIMITS.batch) }).ok).toBe(true);
});

test('an instant is placed in time however it is written', () => {
  const now = Temporal.Instant.from('2022-06-20T08:00:00Z');
  for (const at of ['20220620T070000Z', '2022-06-20T09:00:00+02:00[Europe/Paris]', '2022-06-20T07:00:00,0Z', '2022-06-20T07Z']) {
    expect(parseSync({ ...message, events: [{ ...scan, at }] }).ok).toBe(true);
    expect(placeInTime({ at, sentAt: at, now }).toString()).toBe('2022-06-20T08:00:00Z');
    expect(placeInTime({ at, sentAt: now.toString(), now }).toString()).toBe('2022-06-20T07:00:00Z');
  }
});

test('names of walk-ins are cleaned before anything else sees them', () => {
  const person = { givenName: ' Ana\u202E ', familyName: 'Ri\u0000os\n', organisation: '  Ville   de Lima', category: 'member' };
  const parsed = parseSync({ ...message, events: [{ id: scan.id, kind: 'walk-in', at: scan.at, person }] });
  expect(parsed).toMatchObject({
    question: { events: [{ person: { givenName: 'Ana', familyName: 'Ri os', organisation: 'Ville de Lima' } }] },
  });
});

test('a link that nobody made, or of another shape, opens no door; an id opens it for organisers alone', async () => {
  const { id, viewer } = await door();
  const stranger = await makeEdition(database.db);
  for (const token of ['x'.repeat(43), 'x', '', id.toUpperCase()]) expect(await enterDoor(services, viewer, token)).toBeNull();
  expect(await enterDoor(services, null, id)).toBeNull();
  expect(await enterDoor(services, stranger.viewer, id)).toBeNull();
  expect((await enterDoor(services, viewer, id))?.openness).toBe('open');
});

test('a link of yesterday takes what was noted while it served, and learns nothing more of anybody', async () => {
  const { phone, guest } = await door();
  services.clock.set('2022-06-21T22:30:00Z');
  const [during, after] = [await phone.check(guest, '2022-06-21T16:00:00Z'), await phone.check(guest, '2022-06-21T22:10:00Z')];
  const answer = await phone.send([during, after]);
  expect(answer).toMatchObject({ openness: 'over', taken: [during.id], refused: [{ id: after.id, reason: 'over' }] });
  expect([answer.list, answer.presences, answer.counts]).toEqual([null, null, null]);
});

test('a revoked door: later checks are refused, earlier ones wait for the organisers, who take or refuse them', async () => {
  const { phone, guest, scope, viewer, id, edition } = await door();
  services.clock.set('2022-06-20T09:00:00Z');
  expect(await revokeDoor(services, { viewer, scope, doorId: id })).toEqual({ ok: true });
  expect(await revokeDoor(services, { viewer, scope, doorId: id })).toEqual({ ok: false, reason: 'gone' });
  services.clock.set('2022-06-20T09:30:00Z');
  const [before, after] = [await phone.check(guest, '2022-06-20T08:50:00Z'), await phone.check(guest, '2022-06-20T09:10:00Z')];
  const person = { givenName: 'Anaïs', familyName: 'Okoro', organisation: 'Ville de Lomé', category: 'member' as const };
  const walkIn = { id: crypto.randomUUID(), kind: 'walk-in' as const, at: '2022-06-20T08:55:00Z', person };
  const answer = await phone.send([before, after, walkIn]);
  expect(answer).toMatchObject({
    openness: 'revoked',
    taken: [before.id, walkIn.id],
    refused: [{ id: after.id, reason: 'revoked' }],
    list: null,
  });
  const waiting = await listChecksToDecide(database.db, scope);
  expect(waiting.map(({ name, standing }) => ({ name, standing }))).toEqual([
    { name: `Karim ${guest.familyName}`, standing: 'held' },
    { name: 'Anaïs Okoro', standing: 'held' },
  ]);
  const registrations = () => database.db.selectFrom('registrations').select('id').where('editionId', '=', edition.id).execute();
  expect(await registrations()).toHaveLength(1);
  const decide = (check: string, standing: 'taken' | 'rejected') =>
    decideOnCheck(services, { viewer, scope, id: check, decision: { standing } });
  expect(await decide(before.id, 'rejected')).toEqual({ ok: true });
  expect(await decide(before.id, 'taken')).toEqual({ ok: false, reason: 'gone' });
  expect(await decide(walkIn.id, 'taken')).toEqual({ ok: true });
  expect(await registrations()).toHaveLength(2);
  const rows = await database.db
    .selectFrom('checkInEvents')
    .select(['standing', 'outcome'])
    .where('editionId', '=', edition.id)
    .orderBy('at')
    .execute();
  expect(rows).toEqual([
    { standing: 'rejected', outcome: null },
    { standing: 'taken', outcome: 'counted' },
  ]);
});

test('a badge at two doors waits until an organiser says what it was; organisers of other editions have no say', async () => {
  const { phone, guest, scope, viewer, edition } = await door();
  const other = makePhone(services, (await makeDoor(services, viewer, edition.slug, { name: 'Porte B' })).token, edition.id);
  await phone.send([await phone.check(guest, '2022-06-20T07:12:00Z')]);
  const second = await other.check(guest, '2022-06-20T07:20:00Z');
  await other.send([second]);
  expect(await listChecksToDecide(database.db, scope)).toMatchObject([
    { id: second.id, door: 'Porte B', at: '2022-06-20T07:20:00Z', first: { door: 'Porte A', at: '2022-06-20T07:12:00Z' } },
  ]);
  const stranger = await makeEdition(database.db);
  const elsewhere = await organiseEdition(services, stranger.viewer, stranger.edition.slug);
  const decision = { verdict: 'copied' as const };
  expect(await decideOnCheck(services, { viewer: stranger.viewer, scope: elsewhere, id: second.id, decision })).toEqual({
    ok: false,
    reason: 'gone',
  });
  expect(await decideOnCheck(services, { viewer, scope, id: second.id, decision })).toEqual({ ok: true });
  expect(await listChecksToDecide(database.db, scope)).toEqual([]);
});

test('a door leads to no session of another edition, and the same form makes one door', async () => {
  const { scope, viewer } = await door();
  const other = await makeEdition(database.db);
  const session = await makeSession(database.db, { groupId: other.group.id, editionId: other.edition.id });
  const form = { id: crypto.randomUUID() as string, name: 'Salle 2', meetingId: session.id, countsOut: false };
  expect(await createDoor(services, { viewer, scope, door: form })).toEqual({ ok: false, reason: 'elsewhere' });
  const entrance = { ...form, meetingId: null };
  const [first, second] = [
    await createDoor(services, { viewer, scope, door: entrance }),
    await createDoor(services, { viewer, scope, door: entrance }),
  ];
  expect(first).toEqual(second);
});

test('a phone takes back its own checks only', async () => {
  const { phone, guest, token, edition } = await door();
  const check = await phone.check(guest, '2022-06-20T07:12:00Z');
  await phone.send([check]);
  const undo = { id: crypto.randomUUID(), kind: 'undo' as const, at: '2022-06-20T07:13:00Z', of: check.id };
  const stranger = makePhone(services, token, edition.id);
  expect((await stranger.send([undo])).counts?.inside).toBe(1);
  expect((await phone.send([undo])).counts?.inside).toBe(0);
});

test('two phones that hand over the same hour at the same moment agree on who was first', async () => {
  const { phone, viewer, edition } = await door();
  const other = makePhone(services, (await makeDoor(services, viewer, edition.slug, { name: 'Porte B' })).token, edition.id);
  const guests = await Promise.all(Array.from({ length: 20 }, () => makeRegistration(database.db, { editionId: edition.id })));
  const mine = await Promise.all(guests.map((guest) => phone.check(guest, '2022-06-20T07:12:00Z')));
  const theirs = await Promise.all(guests.toReversed().map((guest) => other.check(guest, '2022-06-20T07:20:00Z')));
  const answers = await Promise.all([phone.send(mine), other.send(theirs), phone.send(mine)]);
  expect(answers.map(({ taken }) => taken.length)).toEqual([20, 20, 20]);
  const rows = await database.db
    .selectFrom('checkInEvents')
    .select(['outcome', (eb) => eb.fn.countAll<number>().as('count')])
    .where('editionId', '=', edition.id)
    .groupBy('outcome')
    .orderBy('outcome')
    .execute();
  expect(rows).toEqual([
    { outcome: 'counted', count: 20 },
    { outcome: 'doubtful', count: 20 },
  ]);
});
