import { describe, expect, test } from 'vitest';
import { decodePresence } from '#app/model/notes-frames.ts';
import type { NotePerson } from '#app/model/notes-protocol.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until } from '#tests/support/sockets.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';
import { endListening, startNode, useTwoNodes } from './two-nodes.ts';

const database = useDatabase();
const services = useServices(database);
const { nodes, openOn } = useTwoNodes(database, services);

/** Who is there, and what they show, as a page is told. */
function watch(page: OpenPage) {
  const seen = { people: new Map<number, NotePerson>(), states: new Map<number, string>() };
  page.socket.on('notes:people', ({ joined, left }) => {
    for (const person of joined) seen.people.set(person.seat, person);
    for (const seat of left) seen.people.delete(seat);
  });
  page.socket.on('notes:presence', (frames) => {
    for (const { seat, state } of decodePresence(frames)) seen.states.set(seat, new TextDecoder().decode(state));
  });
  const seatOf = (name: string) => [...seen.people.values()].find((person) => person.name === name)?.seat;
  return { ...seen, seatOf, sees: (name: string) => seatOf(name) !== undefined };
}
const show = (page: OpenPage, state: string) => page.socket.emit('notes:presence', new TextEncoder().encode(state));

describe('whoever has the notes open at one server', () => {
  test('is seen at the other under a seat of its own, with what they show, until they leave', async () => {
    const { meeting, writer, organiser } = await meetingWithNotes(services);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const there = watch(claire);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const here = watch(awa);
    show(awa, 'ici');
    await until('each sees the other', () => there.sees('Awa Diop') && here.sees('Claire Morel'));
    const seat = there.seatOf('Awa Diop') ?? 0;
    await until('Claire sees the cursor of Awa', () => there.states.get(seat) === 'ici');
    expect(seat).not.toBe(claire.seat);
    expect(here.seatOf('Claire Morel')).not.toBe(awa.seat);
    expect(there.people.get(seat)).toMatchObject({ personId: writer.id, author: awa.author, canWrite: true });
    show(awa, 'plus loin');
    await until('it moves', () => there.states.get(seat) === 'plus loin');
    awa.close();
    await until('Claire sees that she left', () => !there.sees('Awa Diop') && there.states.get(seat) === '');
  });

  test('is in the list of whoever comes later to the other, and so are more than one notice holds', async () => {
    const { meeting, writer, organiser } = await meetingWithNotes(services);
    for (let k = 0; k < 35; k += 1) await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const there = watch(claire);
    await until('all are told', () => there.people.size >= 35);
    const later = await openOn(nodes.there, meeting.id, organiser.id);
    const answer = await later.open();
    expect(answer.ok && answer.people.filter(({ personId }) => personId === writer.id)).toHaveLength(35);
    expect(answer.ok && new Set(answer.people.map(({ seat }) => seat)).size).toBe(answer.ok ? answer.people.length : 0);
  });

  test('stays seen when a server does not hear the other for a moment, and whoever left meanwhile does not', async () => {
    const { meeting, writer, organiser, reader } = await meetingWithNotes(services);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const there = watch(claire);
    await openOn(nodes.here, meeting.id, writer.id);
    const luis = await openOn(nodes.here, meeting.id, reader.id);
    await until('Claire sees both', () => there.sees('Awa Diop') && there.sees('Luis Prieto'));
    await endListening(database);
    luis.close();
    await until('Luis is gone', () => !there.sees('Luis Prieto'));
    await until('and Awa is there', () => there.sees('Awa Diop'));
  });

  test('is gone when their server stops', async () => {
    const { meeting, writer, organiser } = await meetingWithNotes(services);
    const third = await startNode(database, services);
    await openOn(third, meeting.id, writer.id);
    const there = watch(await openOn(nodes.there, meeting.id, organiser.id));
    await until('Claire sees Awa', () => there.sees('Awa Diop'));
    await third.server.stop();
    await until('and no more', () => !there.sees('Awa Diop'));
  });
});
