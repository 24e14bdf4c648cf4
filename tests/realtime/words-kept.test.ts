import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesOfTwo } from '#tests/notes/notes-of-two.ts';
import { useDatabase } from '#tests/support/database.ts';
import { type } from '#tests/support/section-editor.ts';
import { useServices } from '#tests/support/services.ts';
import { connect, type OpenPage, until, useSockets } from '#tests/support/sockets.ts';
import { meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';
import { useTwoNodes } from './two-nodes.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services, { idleMs: 20 });

const open: OpenPage[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

async function twoWriters() {
  const { meeting, first, writer, organiser } = await meetingWithNotes(services);
  const [awa, claire] = [
    await openNotesAs(services, server, meeting.id, writer.id),
    await openNotesAs(services, server, meeting.id, organiser.id),
  ];
  open.push(awa, claire);
  const line = claire.write(first, 'Le budget est voté');
  await until('Awa has the line', () => awa.text(first) === 'Le budget est voté');
  const same = awa.section(first).get(0);
  const text = same instanceof Y.XmlElement ? same.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('Awa’s line has no text.');
  return { meeting, first, writer, awa, claire, line, text };
}

describe('words typed into what a colleague deletes at that moment', () => {
  test('come back to both pages in their author’s name, within a moment', async () => {
    const { first, awa, claire, text } = await twoWriters();
    claire.section(first).delete(0, 1);
    text.insert(text.length, ' en mars');
    await until('they are back', () => awa.text(first) === 'en mars' && claire.text(first) === 'en mars');
    expect(awa.refusals).toEqual([]);
  });

  test('come back after twenty minutes without network, when the others have left and the notes were compacted', async () => {
    const { meeting, first, writer, awa, claire, text } = await twoWriters();
    await until('all is saved', () => claire.unsaved.size === 0);
    awa.socket.disconnect();
    text.insert(text.length, ' en mars');
    claire.section(first).delete(0, 1);
    await until('it is deleted', () => claire.unsaved.size === 0);
    claire.close();
    const rows = () => services.db.selectFrom('noteUpdates').select('id').where('meetingId', '=', meeting.id).execute();
    await until('the notes are compacted', async () => (await rows()).length === 0);
    await connect(awa.socket);
    await awa.open();
    await until('they are back', () => awa.text(first) === 'en mars');
    const late = await openNotesAs(services, server, meeting.id, writer.id);
    open.push(late);
    expect(late.text(first)).toBe('en mars');
  });

  test('come back when the process that took them ended before it could', async () => {
    const { meeting, first, awa, claire, section, send } = await notesOfTwo(services, ['Le budget est voté']);
    section(claire).delete(0, 1);
    type(section(awa), 'principal ', 'est');
    await send(claire);
    await send(awa);
    const page = await openNotesAs(services, server, meeting.id, awa.personId);
    open.push(page);
    await until('they are back', () => page.text(first) === 'principal');
  });
});

describe('the same on two servers at once', () => {
  const { nodes, openOn } = useTwoNodes(database, services, { idleMs: 20 });

  test('neither of which saw both changes: the words come back to both pages, once', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const [awa, claire] = [await openOn(nodes.here, meeting.id, writer.id), await openOn(nodes.there, meeting.id, organiser.id)];
    claire.write(first, 'avant');
    claire.write(first, 'Le budget est voté');
    await until('Awa has the line', () => awa.text(first).includes('voté'));
    type(awa.section(first), 'principal ', 'est');
    claire.section(first).delete(1, 1);
    await until('they are back', () => [awa, claire].every((page) => page.text(first) === 'avant\nprincipal'));
    await until('both have saved', () => awa.unsaved.size + claire.unsaved.size === 0);
    expect(Y.encodeStateVector(awa.doc)).toEqual(Y.encodeStateVector(claire.doc));
  });
});
