import { beforeEach, describe, expect, test } from 'vitest';
import { action, loader } from '#app/facilitation/facilitation.route.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { askFloor } from '#server/facilitation/ask-floor.ts';
import { startMeeting } from '#server/facilitation/start-meeting.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type PreparedMeeting, prepareMeeting } from './meeting-underway.ts';

const database = useDatabase();
const services = useServices(database);

const WHO = ['visitor', 'stranger', 'member', 'reader', 'participant', 'chair', 'facilitator', 'organiser'] as const;
type Who = (typeof WHO)[number];

let room: PreparedMeeting;
let people: Record<Who, Viewer | null>;
let requestId: string;

beforeEach(async () => {
  room = await prepareMeeting(database, services);
  const { db } = database;
  const someone = async (given: Partial<Parameters<typeof makeAttendance>[1]> | null) => {
    const person = await makePerson(db);
    if (given) await makeAttendance(db, { meetingId: room.meeting.id, personId: person.id, ...given });
    return viewerOf(person);
  };
  const member = await someone(null);
  await makeMembership(db, { groupId: room.group.id, personId: member.personId });
  people = {
    ...{ visitor: null, stranger: await someone(null), member },
    ...{ reader: await someone({ notesAccess: 'read' }), participant: await someone({}) },
    ...{ chair: await someone({ roles: ['chair'] }), facilitator: await someone({ roles: ['facilitator', 'speaker'] }) },
    organiser: room.viewer,
  };
  await startMeeting(services, room.lead);
  const asking = { ...room.lead, scope: { ...room.lead.scope, attendanceId: room.attendance.id } };
  await askFloor(services, asking);
  requestId = (await room.state()).floor[0]?.id ?? '';
});

const post = (who: Who, fields: Record<string, string>, headers: Record<string, string> = { accept: 'application/json' }) => {
  const request = new Request('https://tertulia.example/', { method: 'POST', headers, body: new URLSearchParams(fields) });
  return action({ request, params: { meeting: room.meeting.slug }, context: contextOf(services, people[who]) } as never);
};

/** 'ok', the reason of a refusal, or the status of what is not this person's to see. */
async function outcome(who: Who, fields: Record<string, string>): Promise<string> {
  try {
    const answer = (await (await post(who, fields)).json()) as { ok: boolean; reason?: string };
    return answer.ok ? 'ok' : String(answer.reason);
  } catch (thrown) {
    if (thrown instanceof Response) return String(thrown.status);
    return String((thrown as { init: { status: number } }).init.status);
  }
}

const LEADING: readonly Who[] = ['chair', 'facilitator', 'organiser'];
const ORGANISING: readonly Who[] = ['organiser'];
const ATTENDING: readonly Who[] = ['reader', 'participant', 'chair', 'facilitator'];

const STEPS: [string, () => Record<string, string>, readonly Who[]][] = [
  ['start', () => ({}), LEADING],
  ['next', () => ({ leaving: room.points.first }), LEADING],
  ['go', () => ({ leaving: room.points.first, point: room.points.third }), LEADING],
  ['pause', () => ({ point: room.points.first }), LEADING],
  ['resume', () => ({ point: room.points.first }), LEADING],
  ['add', () => ({ point: room.points.first, seen: '0', minutes: '5' }), LEADING],
  ['give', () => ({ request: requestId }), LEADING],
  ['lock', () => ({ point: room.points.first }), ORGANISING],
  ['unlock', () => ({ point: room.points.first }), ORGANISING],
  ['close', () => ({}), ORGANISING],
  ['reopen', () => ({}), ORGANISING],
  ['check', () => ({ attendance: room.attendance.id, present: 'yes' }), ORGANISING],
  ['ask', () => ({}), ATTENDING],
  ['withdraw', () => ({}), ATTENDING],
  ['sign', () => ({}), ATTENDING],
];

describe.each(STEPS)('the step « %s »', (intent, fields, allowed) => {
  test(`is for ${allowed.join(', ')}, and does not exist for anybody else`, async () => {
    for (const who of WHO.filter((one) => !allowed.includes(one))) {
      const before = await room.state();
      expect(`${who} ${await outcome(who, { intent, ...fields() })}`).toBe(`${who} ${who === 'visitor' ? 302 : 404}`);
      expect(await room.state()).toEqual(before);
    }
    for (const who of allowed) expect(`${who} ${await outcome(who, { intent, ...fields() })}`).toBe(`${who} ok`);
  });
});

test('a right that is lost is lost at the next press', async () => {
  const chair = people.chair?.personId ?? '';
  const next = () => outcome('chair', { intent: 'next', leaving: room.points.first });
  expect(await next()).toBe('ok');
  await database.db
    .updateTable('attendances')
    .set({ roles: ['participant'] })
    .where('personId', '=', chair)
    .execute();
  expect(await next()).toBe('404');
  expect(await outcome('chair', { intent: 'ask' })).toBe('ok');
  await database.db.deleteFrom('attendances').where('personId', '=', chair).execute();
  expect(await outcome('chair', { intent: 'ask' })).toBe('404');
  await database.db.updateTable('memberships').set({ role: 'member' }).where('personId', '=', room.viewer.personId).execute();
  expect(await outcome('organiser', { intent: 'close' })).toBe('404');
});

test('nobody steps in another group’s meeting by naming what is in it', async () => {
  const elsewhere = await prepareMeeting(database, services);
  const theirs = elsewhere.points.first;
  expect(await outcome('organiser', { intent: 'lock', point: theirs })).toBe('point_gone');
  expect(await outcome('organiser', { intent: 'go', leaving: room.points.first, point: theirs })).toBe('point_gone');
  expect(await outcome('organiser', { intent: 'check', attendance: elsewhere.attendance.id, present: 'yes' })).toBe('gone');
  expect((await elsewhere.state()).locked).toEqual([]);
});

test('what is no step is refused, and without scripts the page of the meeting says why', async () => {
  const halfAStep = { intent: 'add', point: room.points.first, seen: 'x', minutes: '5' };
  const nonsense: Record<string, string>[] = [{}, { intent: 'dance' }, { intent: 'lock' }, halfAStep];
  for (const fields of nonsense) expect(await outcome('organiser', fields)).toBe('malformed');
  const answered = await post('organiser', { intent: 'next', leaving: room.points.first, pane: 'notes' }, {});
  expect([answered.status, answered.headers.get('location')]).toEqual([302, `/meetings/${room.meeting.slug}/live?pane=notes`]);
  const late = await post('organiser', { intent: 'pause', point: room.points.first }, {});
  expect(late.headers.get('location')).toBe(`/meetings/${room.meeting.slug}/live?pane=notes&refused=moved`);
});

test('opening the address of the steps takes none', async () => {
  const opened = await loader({ params: { meeting: room.meeting.slug }, context: contextOf(services, people.participant) } as never);
  expect(opened.headers.get('location')).toBe(`/meetings/${room.meeting.slug}/live?pane=agenda`);
});
