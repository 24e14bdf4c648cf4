import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findMeetingScope } from '#server/meetings/access.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { connect, type OpenPage, until, useSockets } from '#tests/support/sockets.ts';
import { meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

const open: OpenPage[] = [];
const openAs = async (meetingId: string, personId: string) => {
  const page = await openNotesAs(services, server, meetingId, personId);
  open.push(page);
  return page;
};
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

describe('two people type in the same notes', () => {
  test('each sees what the other writes, and both end with the same text', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const [awa, claire] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    const line = awa.write(first, 'Awa présente le bilan');
    await until('Claire has the line', () => claire.text(first).includes('bilan'));
    claire.write(first, 'Claire demande les chiffres');
    for (const letter of ' de 2022.') line.insert(line.length, letter);
    await until('both have everything', () => awa.text(first).includes('chiffres') && claire.text(first).includes('2022.'));
    expect(awa.text(first)).toBe(claire.text(first));
    expect(awa.text(first)).toBe('Awa présente le bilan de 2022.\nClaire demande les chiffres');
  });

  test('what comes back is on disk: nobody is told of an edit before its commit', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const [awa, claire] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    awa.write(first, 'Dit une fois');
    await until('it came back to its author', () => awa.unsaved.size === 0);
    const rows = await services.db.selectFrom('noteUpdates').select('body').where('meetingId', '=', meeting.id).execute();
    expect(rows.length).toBeGreaterThan(0);
    await until('it came to the other', () => claire.text(first) === 'Dit une fois');
    const scope = await findMeetingScope(services, viewerOf(writer), { id: meeting.id });
    const sections = scope ? await readNotes(services, scope) : [];
    expect(sections[0]?.blocks).toMatchObject([{ type: 'paragraph', kind: 'text', inline: [{ text: 'Dit une fois' }] }]);
    expect(sections).toHaveLength(2);
  });

  test('what was typed while the connection was down is sent again, harmlessly, whether or not it had arrived', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const [awa, claire] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    const line = awa.write(first, 'Avant');
    await until('it is saved', () => awa.unsaved.size === 0 && claire.text(first) === 'Avant');
    // arrives, but its acknowledgement is not seen
    line.insert(line.length, ' pendant');
    awa.socket.disconnect();
    line.insert(line.length, ' après');
    claire.write(first, 'Claire continue');
    expect(awa.unsaved.size).toBeGreaterThan(0);
    await connect(awa.socket);
    await awa.open();
    await until('everything is acknowledged', () => awa.unsaved.size === 0);
    await until('both are the same', () => awa.text(first) === claire.text(first) && awa.text(first).includes('Claire continue'));
    expect(claire.text(first)).toBe('Avant pendant après\nClaire continue');
    expect(awa.refusals).toEqual([]);
  });

  test('whoever comes late is given everything, and whoever comes back only what they lack', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    const line = awa.write(first, 'Une longue réunion. ');
    for (let k = 0; k < 200; k += 1) line.insert(line.length, 'mot ');
    await until('it is saved', () => awa.unsaved.size === 0);
    const claire = await openAs(meeting.id, organiser.id);
    expect(claire.text(first)).toBe(awa.text(first));
    expect(Y.encodeStateVector(claire.doc)).toEqual(Y.encodeStateVector(awa.doc));
  });

  test('somebody with two windows is not told that one has saved what the other typed', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const [left, right] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, writer.id)];
    expect(right.author).toBe(left.author);
    expect(right.seat).not.toBe(left.seat);
    // both count from 1
    left.write(first, 'À gauche');
    right.write(first, 'À droite');
    await until('each saved its own', () => left.unsaved.size + right.unsaved.size === 0);
    await until('both have both', () => left.section(first).length === 2 && right.section(first).length === 2);
    expect(left.received).toHaveLength(1);
    expect(right.received).toHaveLength(1);
  });

  test('people see who is there under the name that the server knows, and their cursors within a moment', async () => {
    const { meeting, writer, organiser } = await meetingWithNotes(services);
    const claire = await openAs(meeting.id, organiser.id);
    const people: string[] = [];
    const shown: Uint8Array[] = [];
    claire.socket.on('notes:people', ({ joined }) => void people.push(...joined.map(({ name }) => name)));
    claire.socket.on('notes:presence', (frames) => void shown.push(frames));
    const awa = await openAs(meeting.id, writer.id);
    awa.socket.emit('notes:presence', new TextEncoder().encode('{"name":"Claire Morel"}'));
    await until('Claire is told', () => people.includes('Awa Diop') && shown.length > 0);
    expect(shown[0]?.[0]).toBe(awa.seat);
    expect(awa.seat).not.toBe(claire.seat);
    const gone: number[] = [];
    claire.socket.on('notes:people', ({ left }) => void gone.push(...left));
    awa.close();
    await until('Claire is told that Awa left', () => gone.includes(awa.seat));
  });
});
