import { afterEach, describe, expect, test, vi } from 'vitest';
import { endSessions } from '#server/accounts/end-sessions.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { connect, OpenPage, openSocket, signIn, until, useSockets } from '#tests/support/sockets.ts';
import { meetingWithNotes, openNotesAs, pageOf } from './meeting-with-notes.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

const open: OpenPage[] = [];
const kept = (page: OpenPage) => {
  open.push(page);
  return page;
};
const openAs = async (meetingId: string, personId: string) => kept(await openNotesAs(services, server, meetingId, personId));
const connectAs = async (meetingId: string, personId: string) => kept(await pageOf(services, server, meetingId, personId));
afterEach(() => {
  for (const page of open.splice(0)) page.close();
  vi.restoreAllMocks();
});

describe('who may open the notes, and write in them', () => {
  test('nobody without a session, and no page of another site', async () => {
    const { writer } = await meetingWithNotes(services);
    expect(await connect(openSocket(server.url))).toBe('unauthenticated');
    expect(await connect(openSocket(server.url, { cookie: '__Host-session=made-up' }))).toBe('unauthenticated');
    const cookie = await signIn(services, writer.id);
    const foreign = openSocket(server.url, { cookie, origin: 'https://elsewhere.example' });
    expect(await connect(foreign)).toMatch(/error/);
    const own = openSocket(server.url, { cookie, origin: services.env.appUrl });
    expect(await connect(own)).toBe('connected');
    own.close();
  });

  test('a stranger is told the same of a meeting that exists and of one that does not', async () => {
    const { meeting, group } = await meetingWithNotes(services);
    await services.db.updateTable('meetings').set({ visibility: 'members' }).where('groupId', '=', group.id).execute();
    const stranger = await makePerson(services.db);
    const here = await connectAs(meeting.id, stranger.id);
    const nowhere = await connectAs(crypto.randomUUID(), stranger.id);
    const refused = { ok: false, reason: 'not-allowed' };
    expect(await here.open()).toEqual(refused);
    expect(await nowhere.open()).toEqual(refused);
    for (const page of [here, nowhere]) {
      expect(await page.socket.timeout(5000).emitWithAck('live:watch', { meetingId: page.meetingId })).toEqual(refused);
    }
  });

  test('whoever sees a public meeting without belonging to it does not see its notes', async () => {
    const { meeting } = await meetingWithNotes(services);
    const stranger = await connectAs(meeting.id, (await makePerson(services.db)).id);
    expect(await stranger.open()).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await stranger.socket.timeout(5000).emitWithAck('live:watch', { meetingId: meeting.id })).toEqual({ ok: true });
  });

  test('whoever was given reading only reads, and cannot write', async () => {
    const { meeting, first, reader, writer } = await meetingWithNotes(services);
    const [luis, awa] = [await openAs(meeting.id, reader.id), await openAs(meeting.id, writer.id)];
    expect(luis.canWrite).toBe(false);
    luis.write(first, 'Je ne devrais pas');
    await until('it is refused', () => luis.refusals.length > 0);
    expect(luis.refusals[0]?.reason).toBe('read-only');
    awa.write(first, 'Moi si');
    await until('the reader reads', () => luis.text(first).includes('Moi si'));
    expect(awa.received).toEqual([]);
  });

  test('a page with an older schema reads until it is loaded anew', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const page = await connectAs(meeting.id, writer.id);
    expect(await page.open(0)).toMatchObject({ ok: true, canWrite: false, readOnly: 'schema-too-old' });
    page.write(first, 'x');
    await until('it is refused', () => page.refusals[0]?.reason === 'read-only');
  });
});

describe('a right that is lost is lost at once', () => {
  test('writing is taken away from open notes, and given back', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const [awa, claire] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    const setAccess = async (notesAccess: 'read' | 'write') => {
      await services.db.updateTable('attendances').set({ notesAccess }).where('personId', '=', writer.id).execute();
      services.live.accessChanged({ personId: writer.id });
    };
    await setAccess('read');
    // sent in the same moment, before the page can know
    awa.write(first, 'Trop tard');
    await until('the page is told', () => !awa.canWrite && awa.refusals.length > 0);
    expect(awa.refusals[0]?.reason).toBe('read-only');
    expect(claire.received).toEqual([]);
    await setAccess('write');
    await until('the page is told again', () => awa.canWrite);
  });

  test('notes that may no longer be read are closed', async () => {
    const { meeting, writer, writerAttendance } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    await services.db.deleteFrom('attendances').where('id', '=', writerAttendance.id).execute();
    services.live.accessChanged({ meetingId: meeting.id });
    await until('they are closed', () => awa.closed === 'not-allowed');
    expect(await awa.open()).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('a session that is ended closes its sockets', async () => {
    const { meeting, writer, organiser } = await meetingWithNotes(services);
    const [awa, claire] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    await endSessions(services, writer.id, {});
    await until('the socket is closed', () => !awa.socket.connected);
    expect(awa.closed).toBe('unauthenticated');
    expect(claire.socket.connected).toBe(true);
  });

  test('what cannot be asked is not granted: the notes are closed until it can', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    vi.spyOn(services.log, 'error').mockImplementation(() => {});
    await database.pool.query('alter table sessions rename to sessions_away');
    services.live.accessChanged({ personId: writer.id });
    awa.write(first, 'Pendant ce temps');
    await until('they are closed', () => awa.closed === 'going-away');
    await database.pool.query('alter table sessions_away rename to sessions');
    expect(await awa.open()).toMatchObject({ ok: true, canWrite: true });
    await until('what was written meanwhile is saved', () => awa.unsaved.size === 0);
  });
});

describe('open pages are told of changes', () => {
  test('those who watch a meeting, and nobody else', async () => {
    const [here, elsewhere] = [await meetingWithNotes(services), await meetingWithNotes(services)];
    const topics: string[] = [];
    const [page, other] = [await connectAs(here.meeting.id, here.writer.id), await connectAs(elsewhere.meeting.id, elsewhere.writer.id)];
    page.socket.on('live:changed', ({ topic }) => void topics.push(topic));
    other.socket.on('live:changed', () => void topics.push('elsewhere'));
    await page.socket.timeout(5000).emitWithAck('live:watch', { meetingId: here.meeting.id });
    await other.socket.timeout(5000).emitWithAck('live:watch', { meetingId: elsewhere.meeting.id });
    services.live.changed(here.meeting.id, 'attendance');
    await until('it is told', () => topics.length > 0);
    expect(topics).toEqual(['attendance']);
  });

  test('by long polling where a network forbids WebSockets', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const socket = openSocket(server.url, { cookie: await signIn(services, writer.id), transports: ['polling'] });
    expect(await connect(socket)).toBe('connected');
    const awa = kept(new OpenPage(socket, meeting.id));
    await awa.open();
    const claire = await openAs(meeting.id, organiser.id);
    awa.write(first, 'Par polling');
    claire.write(first, 'Par WebSocket');
    await until('both have both', () => awa.text(first) === claire.text(first) && awa.text(first).includes('Par WebSocket'));
    expect(awa.text(first)).toContain('Par polling');
  });
});
