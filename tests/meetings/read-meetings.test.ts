import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { UNKNOWN, whenOf } from '#app/model/when.ts';
import { findMeeting, listMeetingsBetween, listMeetingsOfGroup, listUpcomingMeetings } from '#db/meetings/read.ts';
import { enterGroup, enterNetwork } from '#server/groups/access.ts';
import { enterMeeting, findMeetingScope, organiseMeeting } from '#server/meetings/access.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { aGroup, aPlan } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const now = '2022-06-01T08:00:00Z';
let scene: Awaited<ReturnType<typeof aGroup>>;
const slugs: Record<string, string> = {};

const MEETINGS = {
  past: { when: whenOf('2022-05-02T10:00/2022-05-02T11:00') },
  running: { when: whenOf('2022-06-01T09:30/2022-06-01T11:00') },
  thisMonth: { when: whenOf('2022-06') },
  october: { onlineUrl: 'https://visio.example/abc', themes: ['Climat'] },
  members: { when: whenOf('2022-07-01'), visibility: 'members' as const },
  undated: { when: UNKNOWN },
  cancelled: { when: whenOf('2022-08-01') },
};

beforeAll(async () => {
  scene = await aGroup(services);
  for (const [title, given] of Object.entries(MEETINGS)) {
    const plan = aPlan({ title, ...given });
    slugs[title] = (
      await planMeeting(services, { viewer: scene.viewers.ines, scope: scene.scope, id: crypto.randomUUID(), plan, announce: true })
    ).slug;
  }
  const plan = aPlan({ title: 'draft' });
  slugs.draft = (
    await planMeeting(services, { viewer: scene.viewers.ines, scope: scene.scope, id: crypto.randomUUID(), plan, announce: false })
  ).slug;
  await cancelMeeting(services, {
    viewer: scene.viewers.ines,
    scope: await organiseMeeting(services, scene.viewers.ines, slugs.cancelled ?? ''),
    reason: '',
  });
});

const titles = (rows: readonly { title: string }[]) => rows.map((row) => row.title);

describe('lists of meetings', () => {
  test('a visitor sees what is announced to everybody, soonest first, without a date last', async () => {
    const rows = await listUpcomingMeetings(database.db, await enterNetwork(services, null), { now, limit: 20 });
    expect(titles(rows)).toEqual(['thisMonth', 'running', 'cancelled', 'october', 'undated']);
    expect(rows.find((row) => row.title === 'october')).toMatchObject({
      online: true,
      themes: ['Climat'],
      startsAt: '2022-10-13T13:00:00Z',
    });
    expect(JSON.stringify(rows)).not.toContain('visio.example');
  });

  test('a member also sees what is reserved to the group; drafts are in no list of the network', async () => {
    const rows = await listUpcomingMeetings(database.db, await enterNetwork(services, scene.viewers.paula), { now, limit: 20 });
    expect(titles(rows)).toContain('members');
    expect(titles(rows)).not.toContain('draft');
  });

  test('a list is never longer than asked', async () => {
    expect(await listUpcomingMeetings(database.db, await enterNetwork(services, null), { now, limit: 2 })).toHaveLength(2);
  });

  test('a month of the calendar holds what touches it', async () => {
    const network = await enterNetwork(services, null);
    const june = await listMeetingsBetween(database.db, network, { from: '2022-06-01T00:00:00Z', to: '2022-07-01T00:00:00Z', limit: 20 });
    expect(titles(june)).toEqual(['thisMonth', 'running']);
    const climate = await listMeetingsBetween(database.db, network, {
      from: '2022-01-01T00:00:00Z',
      to: '2023-01-01T00:00:00Z',
      limit: 20,
      theme: 'climat',
    });
    expect(titles(climate)).toEqual(['october']);
  });

  test('a group shows its past newest first, and its drafts to its organisers only', async () => {
    const of = async (viewer: Viewer | null, which: 'past' | 'upcoming' | 'drafts') =>
      titles(await listMeetingsOfGroup(database.db, await enterGroup(services, viewer, scene.group.slug), { which, now, limit: 20 }));
    expect(await of(null, 'past')).toEqual(['past']);
    expect(await of(null, 'upcoming')).not.toContain('members');
    expect(await of(scene.viewers.paula, 'upcoming')).toContain('members');
    expect(await of(scene.viewers.paula, 'drafts')).toEqual([]);
    expect(await of(scene.viewers.ines, 'drafts')).toEqual(['draft']);
  });
});

describe('one meeting', () => {
  test('the online link is given to those invited and to organisers, to nobody else', async () => {
    const seen = async (viewer: Viewer | null) =>
      (await findMeeting(database.db, await enterMeeting(services, viewer, slugs.october ?? ''))).onlineUrl;
    expect(await seen(null)).toBe('');
    expect(await seen(scene.viewers.stranger)).toBe('');
    expect(await seen(scene.viewers.paula)).toBe('');
    expect(await seen(scene.viewers.ines)).toBe('https://visio.example/abc');
    const { id } = await findMeeting(database.db, await enterMeeting(services, scene.viewers.ines, slugs.october ?? ''));
    await makeAttendance(database.db, { meetingId: id, personId: scene.people.stranger.id });
    expect(await seen(scene.viewers.stranger)).toBe('https://visio.example/abc');
  });

  test('a draft and a reserved meeting do not exist for those they are not for', async () => {
    const sees = async (viewer: Viewer | null, title: string) =>
      (await findMeetingScope(services, viewer, { slug: slugs[title] ?? '' })) !== null;
    expect(await sees(scene.viewers.paula, 'draft')).toBe(false);
    expect(await sees(scene.viewers.ines, 'draft')).toBe(true);
    expect([
      await sees(null, 'members'),
      await sees(scene.viewers.stranger, 'members'),
      await sees(scene.viewers.paula, 'members'),
    ]).toEqual([false, false, true]);
  });
});
