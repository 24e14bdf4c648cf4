import { io, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, test } from 'vitest';
import type { MinutesSection } from '#app/model/minutes-content.ts';
import {
  OPEN_NOTES,
  type OpenNotesClientEvents,
  type OpenNotesServerEvents,
  type OpenWatchAnswer,
  withChange,
} from '#app/model/open-notes.ts';
import { socketParser } from '#app/model/socket-parser.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { openNotes } from '#server/rapporteurs/open-notes.ts';
import { meetingWithNotes, openNotesAs } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { until, useSockets } from '#tests/support/sockets.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

type Reader = Socket<OpenNotesServerEvents, OpenNotesClientEvents> & { shown?: MinutesSection[]; closed?: boolean; frames?: number };
const readers: Reader[] = [];
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});

/** A page of a visitor, without a cookie. */
async function read(meetingId: string): Promise<{ reader: Reader; answer: OpenWatchAnswer }> {
  const reader: Reader = io(`${server.url}${OPEN_NOTES}`, {
    parser: socketParser,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  readers.push(reader);
  reader.shown = [];
  reader.frames = 0;
  reader.on('open:notes', (change) => {
    reader.frames = (reader.frames ?? 0) + 1;
    reader.shown = withChange(reader.shown ?? [], change);
  });
  reader.on('open:closed', () => {
    reader.closed = true;
  });
  const answer = await reader.timeout(10_000).emitWithAck('open:watch', { meetingId });
  if (answer.ok) reader.shown = withChange([], answer);
  return { reader, answer };
}

async function opened() {
  const scene = await meetingWithNotes(services);
  const viewer = viewerOf(scene.organiser);
  const scope = await organiseMeeting(services, viewer, scene.meeting.slug);
  await services.db.updateTable('meetings').set({ onlineUrl: 'https://visio.example/secret' }).where('id', '=', scene.meeting.id).execute();
  const set = (open: boolean) => openNotes(services, { viewer, scope, open });
  return { ...scene, set, writer: await openNotesAs(services, server, scene.meeting.id, scene.writer.id) };
}

describe('notes that an organiser opened to everybody', () => {
  test('are read by fifty visitors while one person writes, composed once for all of them', async () => {
    const scene = await opened();
    await scene.set(true);
    const all = await Promise.all(Array.from({ length: 50 }, () => read(scene.meeting.id)));
    expect(all.map(({ answer }) => answer.ok)).toEqual(Array.from({ length: 50 }, () => true));
    const text = scene.writer.write(scene.first, 'Bienvenue');
    for (const key of ' à toutes et à tous') text.insert(text.length, key);
    const says = (words: string) => all.every(({ reader }) => JSON.stringify(reader.shown).includes(words));
    await until('every visitor reads it', () => says('Bienvenue à toutes et à tous'));
    // typed in twenty updates, told in one or two frames
    expect(Math.max(...all.map(({ reader }) => reader.frames ?? 0))).toBeLessThanOrEqual(2);
    scene.writer.close();
  });

  test('say nothing of who attends, who is there or where it is followed', async () => {
    const scene = await opened();
    await scene.set(true);
    scene.writer.write(scene.first, 'Écrire à luis@lima.example, dit-elle.');
    scene.writer.write(scene.first, 'Réunion interne', { kind: 'turn', speakerId: scene.writerAttendance.id });
    await until('it is on disk', () => scene.writer.unsaved.size === 0);
    const { reader, answer } = await read(scene.meeting.id);
    await until('it is read', () => JSON.stringify(reader.shown).includes('Écrire à'));
    const told = JSON.stringify([answer, reader.shown]);
    for (const secret of ['visio.example', 'Luis', 'Prieto', scene.reader.id, scene.writer.socket.id ?? 'x', 'canWrite', 'personId'])
      expect(told).not.toContain(secret);
    scene.writer.close();
  });

  test('are closed to everybody until then, and again at once when the organiser closes them', async () => {
    const scene = await opened();
    expect((await read(scene.meeting.id)).answer).toEqual({ ok: false, reason: 'not-open' });
    expect((await read(crypto.randomUUID())).answer).toEqual({ ok: false, reason: 'not-open' });
    await scene.set(true);
    const { reader, answer } = await read(scene.meeting.id);
    expect(answer.ok).toBe(true);
    await scene.set(false);
    await until('the reader is told', () => reader.closed && reader.disconnected);
    expect((await read(scene.meeting.id)).answer).toEqual({ ok: false, reason: 'not-open' });
    scene.writer.close();
  });

  test('close by themselves when the minutes go on, and never open for a meeting of members', async () => {
    const scene = await opened();
    await scene.set(true);
    await services.db.insertInto('minutes').values({ meetingId: scene.meeting.id, state: 'in_review' }).execute();
    expect((await read(scene.meeting.id)).answer.ok).toBe(false);
    const members = await opened();
    await services.db.updateTable('meetings').set({ visibility: 'members' }).where('id', '=', members.meeting.id).execute();
    expect(await members.set(true)).toEqual({ ok: false, reason: 'not_public' });
    scene.writer.close();
    members.writer.close();
  });

  test('take nothing from a visitor but the one question', async () => {
    const scene = await opened();
    await scene.set(true);
    for (const [name, what] of [
      ['notes:open', { meetingId: scene.meeting.id, schemaVersion: 2 }],
      ['open:watch', { meetingId: 'x' }],
      ['notes:update', 1],
    ] as const) {
      const reader: Reader = io(`${server.url}${OPEN_NOTES}`, {
        parser: socketParser,
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
      });
      readers.push(reader);
      (reader as unknown as { emit(...args: unknown[]): void }).emit(name, what, () => {});
      await until(`whoever says ${name} is put out`, () => reader.disconnected && !reader.active);
    }
    const { reader } = await read(scene.meeting.id);
    reader.emit('open:watch', { meetingId: scene.meeting.id }, () => {});
    await until('a second question ends it', () => reader.disconnected);
    scene.writer.close();
  });

  test('are read by one reader a connection: whoever asks to be several is put out, and takes nobody’s place', async () => {
    const scene = await opened();
    await scene.set(true);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const ended = new Promise((resolve) => socket.addEventListener('close', resolve));
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    for (let time = 0; time < 500; time++) socket.send(`4${JSON.stringify({ type: 0, nsp: OPEN_NOTES })}`);
    const began = performance.now();
    await ended;
    // at once, not when whoever says nothing is put out
    expect(performance.now() - began).toBeLessThan(8000);
    expect((await read(scene.meeting.id)).answer.ok).toBe(true);
    scene.writer.close();
  });
});
