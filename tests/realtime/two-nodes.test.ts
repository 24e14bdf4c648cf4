import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Refusal } from '#app/model/notes-protocol.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { oneOf, type Random, randomFrom, SEED } from '#tests/support/random.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until } from '#tests/support/sockets.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';
import { move, useTwoNodes } from './two-nodes.ts';

const database = useDatabase();
const services = useServices(database);
const { nodes, openOn } = useTwoNodes(database, services);

/** Types, deletes and begins new blocks, anywhere. */
function edit(page: OpenPage, sections: string[], random: Random): void {
  const section = oneOf(sections, random);
  const texts = page
    .section(section)
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .filter((node) => node instanceof Y.XmlText);
  const text = texts.length > 0 && random(6) > 0 ? oneOf(texts, random) : page.write(section, 'Bloc ');
  if (text.length > 12 && random(3) === 0) text.delete(random(text.length - 4), 1 + random(4));
  else text.insert(random(text.length + 1), oneOf(['a', 'é', 'mot ', '👩‍🎓', 'une phrase entière. '], random));
}

describe('notes of one meeting on two servers', () => {
  for (const seed of [1, 20_221_121, SEED]) {
    test(`are one document, whatever is typed where (seed ${seed})`, async () => {
      const random = randomFrom(seed);
      const { meeting, first, second, writer, organiser } = await meetingWithNotes(services);
      const pages = [
        await openOn(nodes.here, meeting.id, writer.id),
        await openOn(nodes.there, meeting.id, organiser.id),
        await openOn(nodes.here, meeting.id, organiser.id),
        await openOn(nodes.there, meeting.id, writer.id),
      ];
      for (let k = 0; k < 400; k += 1) {
        edit(oneOf(pages, random), [first, second], random);
        if (random(10) === 0) await until('something comes back', () => pages.some((page) => page.unsaved.size < 5));
      }
      await until('everything is saved', () => pages.every((page) => page.unsaved.size === 0));
      const whole = (doc: Y.Doc) => Buffer.from(Y.encodeStateVector(doc)).toString('hex');
      await until('everybody has everything', () => new Set(pages.map(({ doc }) => whole(doc))).size === 1);
      const stored = await readDocument(services.db, meeting.id);
      for (const page of pages) {
        expect(page.refusals).toEqual([]);
        expect(page.doc.getXmlFragment(`s:${first}`).toString()).toBe(stored.getXmlFragment(`s:${first}`).toString());
        expect(page.doc.getXmlFragment(`s:${second}`).toString()).toBe(stored.getXmlFragment(`s:${second}`).toString());
      }
    });
  }

  test('each edit is told to each page once', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const line = awa.write(first, 'A');
    for (let k = 0; k < 30; k += 1) {
      line.insert(line.length, 'b');
      await until('it is saved', () => awa.unsaved.size === 0);
    }
    await until('it came', () => claire.text(first) === `A${'b'.repeat(30)}`);
    expect(claire.received).toHaveLength(31);
    expect(awa.received).toEqual([]);
  });

  test('an edit that is too large for a notice crosses all the same, and those after it in their order', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    awa.write(first, 'petit');
    await until('the first is there', () => claire.text(first) === 'petit');
    const line = awa.write(first, `${'Un long texte collé. '.repeat(2000)}fin`);
    await until('it is saved', () => awa.unsaved.size === 0);
    line.insert(line.length, ' et un mot');
    await until('all of it is there', () => claire.text(first) === awa.text(first) && awa.unsaved.size === 0);
    expect(claire.doc.store.pendingStructs).toBeNull();
    // and who has it goes on from it
    claire.write(first, 'Suite');
    await until('both have it', () => claire.unsaved.size === 0 && awa.text(first).endsWith('Suite'));
  });

  test('whoever comes while others type elsewhere is told everything', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const line = awa.write(first, '');
    const typing = setInterval(() => line.insert(line.length, '.'), 1);
    for (let k = 0; k < 8; k += 1) {
      // the first opens the room there; the rest come into it
      const claire = await openOn(nodes.there, meeting.id, organiser.id);
      const count = line.length;
      await until('they have what was typed', () => claire.text(first).length >= count);
    }
    clearInterval(typing);
    const late = await openOn(nodes.there, meeting.id, organiser.id);
    await until('and in the end the same', () => late.text(first) === awa.text(first));
  });

  test('words typed at one server into a block that is taken away at the other are put back, once', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const line = awa.write(first, 'Un point. ');
    await until('both have it', () => claire.text(first) === 'Un point. ');
    line.insert(line.length, 'Une idée à ne pas perdre');
    claire.section(first).delete(0, 1);
    await until('both saved', () => awa.unsaved.size + claire.unsaved.size === 0);
    const count = (page: OpenPage) => page.text(first).split('ne pas perdre').length - 1;
    await until('it is back', () => count(awa) === 1 && count(claire) === 1);
    // a later edit shows that nothing else was under way
    claire.write(first, 'Suite');
    await until('all have all', () => awa.text(first).endsWith('Suite') && claire.text(first) === awa.text(first));
    expect(count(awa)).toBe(1);
  });

  test('a page that moves to the other server is its author there too, and a stranger to its ids is not', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const line = awa.write(first, 'Ici');
    await until('it is saved, and there', () => awa.unsaved.size === 0 && claire.text(first) === 'Ici');
    // the id of Awa's document, in Claire's name, at the server to which Awa never wrote
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(claire.doc));
    forged.clientID = awa.doc.clientID;
    const updates: Uint8Array[] = [];
    forged.on('update', (update: Uint8Array) => updates.push(update));
    forged.getXmlFragment(`s:${first}`).push([new Y.XmlElement('paragraph')]);
    claire.send(updates[0] ?? new Uint8Array());
    await until('she is refused', () => claire.refusals.some(({ reason }) => reason === 'forged'));

    line.insert(3, ', puis');
    await move(awa, nodes.there.services, writer.id, nodes.there.server.url);
    line.insert(line.length, ' là');
    await until('it is saved', () => awa.unsaved.size === 0);
    expect(awa.refusals).toEqual([]);
    expect(awa.text(first)).toBe('Ici, puis là');
  });

  test('a right that is taken away at one server is lost at the other, at once', async () => {
    const { group, meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openOn(nodes.there, meeting.id, writer.id);
    const claire = await openOn(nodes.here, meeting.id, organiser.id);
    let ended: Refusal | null = null;
    awa.socket.on('notes:closed', ({ reason }) => {
      ended = reason;
    });
    await services.db.deleteFrom('attendances').where('meetingId', '=', meeting.id).where('personId', '=', writer.id).execute();
    nodes.here.services.live.accessChanged({ personId: writer.id });
    await until('Awa is put out', () => ended === 'not-allowed');
    awa.write(first, 'Trop tard');
    claire.write(first, 'Pour nous');
    await until('Claire goes on', () => claire.unsaved.size === 0);
    expect(claire.text(first)).toBe('Pour nous');
    // the same by what concerns a whole meeting
    await services.db.deleteFrom('memberships').where('groupId', '=', group.id).execute();
    nodes.there.services.live.accessChanged({ meetingId: meeting.id });
    await until('Claire is put out', () => claire.closed === 'not-allowed');
  });

  test('a section that is locked at one server is locked at the other, at once, and opened again', async () => {
    const { meeting, first, second, writer } = await meetingWithNotes(services);
    const awa = await openOn(nodes.there, meeting.id, writer.id);
    await services.db.insertInto('noteLocks').values({ agendaItemId: first, lockedAt: services.clock.now().toString() }).execute();
    nodes.here.services.live.changed(meeting.id, 'facilitation');
    awa.write(second, 'Ailleurs');
    await until('the other section is open', () => awa.unsaved.size === 0);
    await until('it is refused', async () => {
      if (awa.refusals.length === 0) awa.write(first, 'Fermé');
      return awa.refusals.some(({ reason }) => reason === 'section-locked');
    });
    await services.db.deleteFrom('noteLocks').where('agendaItemId', '=', first).execute();
    nodes.here.services.live.changed(meeting.id, 'facilitation');
    const again = await openOn(nodes.there, meeting.id, writer.id);
    again.write(first, 'Rouvert');
    await until('it is taken', () => again.unsaved.size === 0);
    expect(again.refusals).toEqual([]);
  });

  test('a session that ends at one server ends at the other', async () => {
    const { meeting, writer } = await meetingWithNotes(services);
    const awa = await openOn(nodes.there, meeting.id, writer.id);
    await services.db.deleteFrom('sessions').where('personId', '=', writer.id).execute();
    nodes.here.services.live.accessChanged({ personId: writer.id });
    await until('her connection is ended', () => awa.closed === 'unauthenticated' && !awa.socket.connected);
  });

  test('what changes at one server is told to the pages of the other, with the state of the meeting', async () => {
    const { meeting, writer } = await meetingWithNotes(services);
    const awa = await openOn(nodes.there, meeting.id, writer.id);
    const topics: string[] = [];
    const polls: string[] = [];
    awa.socket.on('live:changed', ({ topic }) => void topics.push(topic));
    awa.socket.on('live:state', (told) => {
      if (told.topic === 'polls') polls.push(...told.state.polls.map(({ question }) => question));
    });
    await awa.socket.timeout(5000).emitWithAck('live:watch', { meetingId: meeting.id });
    const openedAt = services.clock.now().toString();
    await services.db.insertInto('livePolls').values({ meetingId: meeting.id, question: 'On continue ?', openedAt }).execute();
    nodes.here.services.live.changed(meeting.id, 'attendance');
    nodes.here.services.live.changed(meeting.id, 'polls');
    await until('both are told', () => topics.includes('attendance') && topics.includes('polls'));
    await until('the state is pushed', () => polls.includes('On continue ?'));
  });
});
