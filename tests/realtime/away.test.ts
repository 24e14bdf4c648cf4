import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SCHEMA_VERSION, sectionName } from '#app/model/notes.ts';
import { decodeParts } from '#app/model/notes-frames.ts';
import { Outgoing } from '#app/notes/outgoing.ts';
import { useDatabase } from '#tests/support/database.ts';
import type { TestServices } from '#tests/support/services.ts';
import { useServices } from '#tests/support/services.ts';
import { connect, openSocket, type SocketServer, signIn, until, useSockets } from '#tests/support/sockets.ts';
import { meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

/** Somebody's page with what it really sends with (outgoing.ts), without a browser. */
async function pageAway() {
  const doc = new Y.Doc();
  const device = new Map<string, Uint8Array>();
  const refusals: string[] = [];
  let send: (n: number, update: Uint8Array) => void = () => {};
  const outgoing = new Outgoing({
    doc,
    unsent: {
      keep(update) {
        const key = String(device.size).padStart(9, '0');
        device.set(key, update);
        return key;
      },
      forget: () => {},
    },
    send: (n, update) => send(n, update),
    onChange: () => {},
    onSilence: () => {},
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') outgoing.add(update);
  });
  return {
    ...{ doc, outgoing, refusals },
    async comeBack(services: TestServices, server: SocketServer, meetingId: string, personId: string) {
      const socket = openSocket(server.url, { cookie: await signIn(services, personId) });
      expect(await connect(socket)).toBe('connected');
      send = (n, update) => void socket.emit('notes:update', n, update);
      socket.on('notes:refused', ({ reason }) => void refusals.push(reason));
      const answer = await socket.emitWithAck('notes:open', {
        meetingId,
        schemaVersion: SCHEMA_VERSION,
        stateVector: Y.encodeStateVector(doc),
      });
      if (!answer.ok) throw new Error(answer.reason);
      const take = (frames: Uint8Array) => {
        for (const { author, n, update } of decodeParts(frames)) {
          if (author !== answer.author || !outgoing.acknowledge(n, update)) Y.applyUpdate(doc, update, 'server');
        }
      };
      if (answer.base.length > 0) Y.applyUpdate(doc, answer.base, 'server');
      take(answer.tail);
      socket.on('notes:batch', (_logId, frames) => take(frames));
      outgoing.resume();
      return socket;
    },
  };
}

function lineIn(doc: Y.Doc, section: string): Y.XmlText {
  const block = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  doc.transact(() => {
    doc.getXmlFragment(sectionName(section)).push([block]);
    block.insert(0, [text]);
    block.setAttribute('id', crypto.randomUUID());
    block.setAttribute('kind', 'text');
  });
  return text;
}

describe('Whoever comes back after a long time without a network', () => {
  test('is held up by no limit of the server: twenty minutes of typing, going from point to point at every sentence', async () => {
    const { meeting, first, second, writer, organiser } = await meetingWithNotes(services);
    const claire = await openNotesAs(services, server, meeting.id, organiser.id);
    const awa = await pageAway();
    // 6,000 keys: five a second; a new sentence, in the other point, at every thirtieth
    let line = lineIn(awa.doc, first);
    for (let key = 0; key < 6000; key += 1) {
      if (key % 30 === 0) line = lineIn(awa.doc, key % 60 === 0 ? first : second);
      line.insert(line.length, String(key % 10));
      if (key % 100 === 0) claire.write(first, `Claire ${key}`);
    }
    const socket = await awa.comeBack(services, server, meeting.id, writer.id);
    await until('all of it is on disk', () => awa.outgoing.isEmpty, 20);
    expect(awa.refusals).toEqual([]);
    await until('Claire has it', () => `${claire.text(first)}\n${claire.text(second)}`.match(/^\d{30}$/gm)?.length === 200);
    expect(claire.text(first).match(/Claire/g)?.length).toBe(60);
    const blocksOf = (doc: Y.Doc) => doc.getXmlFragment(sectionName(first)).toString();
    await until('and both have the same', () => blocksOf(claire.doc) === blocksOf(awa.doc));
    socket.close();
    claire.close();
  });

  test('signs in again after a month, and the text goes', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const cookie = await signIn(services, writer.id);
    const awa = await pageAway();
    lineIn(awa.doc, first).insert(0, 'Avant de partir.');
    services.clock.advance({ hours: 31 * 24 });
    const refused = openSocket(server.url, { cookie });
    expect(await connect(refused)).toBe('unauthenticated');
    refused.close();
    const socket = await awa.comeBack(services, server, meeting.id, writer.id);
    await until('it is on disk', () => awa.outgoing.isEmpty);
    expect(awa.refusals).toEqual([]);
    socket.close();
  });
});
