import { describe, expect, test } from 'vitest';
import * as answer from '#app/attendance/answer.route.tsx';
import * as answerCalendar from '#app/attendance/answer-calendar.route.ts';
import * as attendees from '#app/attendance/attendees.route.tsx';
import type { Viewer } from '#app/model/viewer.ts';
import { mintLink } from '#server/accounts/link-tokens.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { inviteOne, planScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

type Door = (args: never) => Promise<unknown>;
type Knock = { viewer?: Viewer | null; params: Record<string, string>; form?: Record<string, string>; search?: string };

/** What the door answers: the data of a page, or its status and where it sends. */
async function knock(door: Door, { viewer = null, params, form, search = '' }: Knock) {
  const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const request = new Request(`https://tertulia.example/${search}`, body);
  const result = await door({ request, params, context: contextOf(services, viewer) } as never).catch((thrown: unknown) => thrown);
  if (result instanceof Error) throw result;
  if (result instanceof Response) return { status: result.status, to: result.headers.get('location'), body: await result.text() };
  const { init, data } = (result ?? {}) as { init?: { status?: number }; data?: unknown };
  return { status: init?.status ?? 200, to: null, body: init ? data : result };
}

const attendanceOf = (id: string) => database.db.selectFrom('attendances').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function scene(given: Parameters<typeof planScene>[2] = {}) {
  const planned = await planScene(database, services, given);
  const guest = await inviteOne(database, services, planned.meeting.id);
  const token = await mintLink(services, {
    purpose: 'answer',
    personId: guest.person.id,
    attendanceId: guest.attendance.id,
    validFor: { days: 30 },
  });
  return { ...planned, guest, token, params: { token }, list: { meeting: planned.meeting.slug } };
}

describe('the page behind a mail’s link', () => {
  test('shows who is asked, the meeting with its link, and the answer that the link proposes, and records nothing', async () => {
    const { params, guest } = await scene();
    for (const search of ['?answer=remote', '?answer=in_person', '?answer=everything'])
      expect((await knock(answer.loader as Door, { params, search })).status).toBe(200);
    const { body } = await knock(answer.loader as Door, { params, search: '?answer=declined' });
    expect(body).toMatchObject({
      proposed: 'declined',
      window: 'open',
      meeting: { onlineUrl: 'https://visio.example/dalc' },
      own: { answer: 'none' },
    });
    expect(await attendanceOf(guest.attendance.id)).toMatchObject({ answer: 'none', answeredAt: null });
  });

  test('records the answer that is sent, comes back to a page that says so, and takes another one', async () => {
    const { params, token, guest } = await scene();
    for (const [form, stored] of [
      [{ answer: 'remote' }, { answer: 'remote' }],
      [
        { answer: 'represented', substituteName: ' Noé  Vialat ' },
        { answer: 'represented', substituteName: 'Noé Vialat' },
      ],
      [
        { answer: 'represented', substituteName: 'Noé Vialat' },
        { answer: 'represented', substituteName: 'Noé Vialat' },
      ],
      [
        { answer: 'declined', substituteName: 'Noé Vialat' },
        { answer: 'declined', substituteName: '' },
      ],
    ] as const) {
      expect(await knock(answer.action as Door, { params, form })).toMatchObject({ status: 302, to: `/answers/${token}?saved#reponse` });
      expect(await attendanceOf(guest.attendance.id)).toMatchObject(stored);
    }
    expect((await knock(answer.loader as Door, { params, search: '?saved' })).body).toMatchObject({
      saved: true,
      own: { answer: 'declined' },
    });
  });

  test('keeps what was typed when it refuses, and says what to correct', async () => {
    const { params, guest } = await scene();
    const refused = async (form: Record<string, string>) => (await knock(answer.action as Door, { params, form })).body;
    expect(await refused({})).toMatchObject({ refused: { fault: 'answer_needed' } });
    expect(await refused({ answer: 'represented', substituteFunction: 'Maire' })).toMatchObject({
      refused: { fault: 'name_needed', substituteFunction: 'Maire' },
    });
    const long = await knock(answer.action as Door, { params, form: { answer: 'represented', substituteName: 'a'.repeat(10_000) } });
    expect(long).toMatchObject({ status: 422, body: { refused: { fault: 'name_too_long' } } });
    expect(JSON.stringify(long.body).length).toBeLessThan(1_000);
    expect((await attendanceOf(guest.attendance.id)).answer).toBe('none');
  });

  test('says kindly that answers are closed once the meeting has begun', async () => {
    const { params, token, guest } = await scene({ edtf: '2022-06-01T09:30/2022-06-01T12:00' });
    expect((await knock(answer.loader as Door, { params })).body).toMatchObject({ window: 'started' });
    expect(await knock(answer.action as Door, { params, form: { answer: 'remote' } })).toMatchObject({
      status: 302,
      to: `/answers/${token}`,
    });
    expect((await attendanceOf(guest.attendance.id)).answer).toBe('none');
  });

  test('is one and the same for an unknown, a forged, an expired, a foreign and a withdrawn link', async () => {
    const { guest, token, meeting } = await scene();
    const other = await mintLink(services, { purpose: 'sign_in', personId: guest.person.id, validFor: { days: 1 } });
    const old = await mintLink(services, {
      purpose: 'answer',
      personId: guest.person.id,
      attendanceId: guest.attendance.id,
      validFor: { days: -1 },
    });
    const removed = await inviteOne(database, services, meeting.id);
    const gone = await mintLink(services, {
      purpose: 'answer',
      personId: removed.person.id,
      attendanceId: removed.attendance.id,
      validFor: { days: 9 },
    });
    await database.db.deleteFrom('attendances').where('id', '=', removed.attendance.id).execute();
    const dead = { status: 404, to: null, body: { dead: true } };
    for (const wrong of ['x', 'A'.repeat(43), `${token}=`, `${token}%00`, "' or 1=1 --", 'a'.repeat(10_000), other, old, gone]) {
      const params = { token: wrong };
      expect(await knock(answer.loader as Door, { params })).toEqual(dead);
      expect(await knock(answer.action as Door, { params, form: { answer: 'remote' } })).toEqual(dead);
      expect((await knock(answerCalendar.loader as Door, { params })).status).toBe(404);
    }
  });

  test('gives the meeting as a calendar file, its link included, though the meeting is for members only', async () => {
    const { params, meeting } = await scene({ visibility: 'members' });
    const { status, body } = await knock(answerCalendar.loader as Door, { params });
    expect(status).toBe(200);
    expect(body).toContain(`UID:meeting-${meeting.id}@tertulia.example`);
    expect(body).toContain('https://visio.example/dalc');
    expect(body).not.toContain('ATTENDEE');
    const vague = await scene({ edtf: '2022-09' });
    expect((await knock(answerCalendar.loader as Door, { params: vague.params })).status).toBe(404);
  });
});

const id = () => crypto.randomUUID();
const forms: [string, (attendanceId: string) => Record<string, string>][] = [
  ['invite a group', () => ({ intent: 'invite-group', groupId: id(), expected: '0' })],
  ['invite people', () => ({ intent: 'invite-people', personId: id() })],
  ['invite somebody new', () => ({ intent: 'invite-new', id: id(), familyName: 'Intrus' })],
  ['check somebody in', (attendanceId) => ({ intent: 'check-in', attendanceId, present: 'yes' })],
  ['edit somebody', (attendanceId) => ({ intent: 'edit', attendanceId, roles: 'chair', notesAccess: 'write' })],
  ['note an answer', (attendanceId) => ({ intent: 'note-answer', attendanceId, answer: 'declined' })],
  ['send an invitation again', (attendanceId) => ({ intent: 'resend', attendanceId })],
  ['remove somebody', (attendanceId) => ({ intent: 'remove', attendanceId })],
];

test.each(forms)(
  'only organisers may %s: members, observers, invited people and strangers get 404, visitors are asked to sign in',
  async (_what, form) => {
    const { list, group, guest } = await scene();
    const member = await makePerson(database.db);
    const observer = await makePerson(database.db);
    await makeMembership(database.db, { groupId: group.id, personId: member.id });
    await makeMembership(database.db, { groupId: group.id, personId: observer.id, role: 'observer' });
    const before = await attendanceOf(guest.attendance.id);
    for (const person of [member, observer, guest.person, await makePerson(database.db)]) {
      const viewer = viewerOf(person);
      expect((await knock(attendees.action as Door, { viewer, params: list, form: form(guest.attendance.id) })).status).toBe(404);
      expect((await knock(attendees.loader as Door, { viewer, params: list })).status).toBe(404);
    }
    const visitor = await knock(attendees.action as Door, { params: list, form: form(guest.attendance.id) });
    expect(visitor).toMatchObject({ status: 302, to: expect.stringMatching(/^\/sign-in/) });
    expect(await attendanceOf(guest.attendance.id)).toEqual(before);
  },
);

describe('the organisers’ page', () => {
  test('checks in, and stays where it is; edits and notes, and comes back to the line', async () => {
    const { viewer, list, guest } = await scene();
    const attendanceId = guest.attendance.id;
    const send = (form: Record<string, string>) =>
      knock(attendees.action as Door, { viewer, params: list, form: { attendanceId, ...form } });
    expect((await send({ intent: 'check-in', present: 'yes' })).status).toBe(200);
    expect((await attendanceOf(attendanceId)).checkedInAt).not.toBeNull();
    const edited = await send({
      intent: 'edit',
      function: 'Maire',
      organisationName: 'Ville de Nanterre',
      roles: 'chair',
      notesAccess: 'read',
    });
    expect(edited.to).toBe(`/meetings/${list.meeting}/attendees?done=saved#a-${attendanceId}`);
    await send({ intent: 'note-answer', answer: 'represented', substituteName: 'Noé Vialat' });
    expect(await attendanceOf(attendanceId)).toMatchObject({
      function: 'Maire',
      roles: ['chair'],
      notesAccess: 'read',
      substituteName: 'Noé Vialat',
    });
    expect((await send({ intent: 'remove' })).status).toBe(422);
    const refused = await send({ intent: 'edit', function: 'x'.repeat(201), organisationName: 'Ville de Nantes', notesAccess: 'read' });
    expect(refused).toMatchObject({ status: 422, body: { typed: { organisationName: 'Ville de Nantes', function: 'x'.repeat(201) } } });
    expect(refused.body).toMatchObject({ faults: [{ id: 'edit-function' }, { id: 'edit-roles' }] });
  });

  test('shows a new person’s form again with its faults and all that was typed', async () => {
    const { viewer, list } = await scene();
    const typed = { intent: 'invite-new', id: id(), givenName: 'Zoé', familyName: '', email: 'zoe@ville', function: 'x'.repeat(201) };
    const { status, body } = await knock(attendees.action as Door, { viewer, params: list, form: typed });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      typed: { givenName: 'Zoé', email: 'zoe@ville' },
      faults: [{ id: 'new-familyName' }, { id: 'new-function' }, { id: 'new-email' }],
    });
  });

  test('finds people of its directory by the beginnings of their names, and nobody of a group that the organiser may not see', async () => {
    const { viewer, list } = await scene();
    const people = { open: await makeGroup(database.db), closed: await makeGroup(database.db, { visibility: 'members' }) };
    const [known, unknown] = [
      await makePerson(database.db, { givenName: 'Bénédicte', familyName: 'Roussel-Test', nameKey: 'benedicte roussel test' }),
      await makePerson(database.db, { givenName: 'Bénédicte', familyName: 'Rousset-Test', nameKey: 'benedicte rousset test' }),
    ];
    await makeMembership(database.db, { groupId: people.open.id, personId: known.id });
    await makeMembership(database.db, { groupId: people.closed.id, personId: unknown.id });
    const find = async (q: string) => {
      const { body } = await knock(attendees.loader as Door, { viewer, params: list, search: `?q=${encodeURIComponent(q)}` });
      return (body as { found: { familyName: string }[] }).found.map((person) => person.familyName);
    };
    expect(await find('ROUS béné')).toEqual(['Roussel-Test']);
    for (const nobody of ['%', '_', "'; drop table people; --", 'oussel', '']) expect(await find(nobody)).toEqual([]);
  });

  test('refuses what no form of its own sends', async () => {
    const { viewer, list, guest } = await scene();
    for (const form of [
      {},
      { intent: 'promote' },
      { intent: 'check-in' },
      { intent: 'remove', attendanceId: '1 or 1=1' },
      { intent: 'invite-group', groupId: 'x' },
      { intent: 'invite-people', personId: 'me' },
    ] as Record<string, string>[])
      expect((await knock(attendees.action as Door, { viewer, params: list, form })).status).toBe(422);
    expect(await attendanceOf(guest.attendance.id)).toMatchObject({ checkedInAt: null });
  });
});
