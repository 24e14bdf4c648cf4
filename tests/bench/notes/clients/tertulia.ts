import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '#app/model/notes.ts';
import { decodeParts } from '#app/model/notes-frames.ts';
import type { ClientEvents, ServerEvents } from '#app/model/notes-protocol.ts';
import { socketParser } from '#app/model/socket-parser.ts';
import { type Address, type Page, wireOf } from '../page.ts';

/** Opens notes as a page of the product does (app/model/notes-protocol.ts). */
export async function connect(page: Page, { url, name: meetingId, cookie }: Address): Promise<void> {
  const options = { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } };
  const socket: Socket<ServerEvents, ClientEvents> = io(url, { parser: socketParser, ...options });
  page.close = () => void socket.close();
  page.wire = () => wireOf((socket.io.engine?.transport as { ws?: object } | undefined)?.ws);
  const failed = new Promise<never>((_, reject) => socket.on('connect_error', reject));
  socket.on('notes:refused', ({ reason }) => {
    throw new Error(`A key was refused: ${reason}.`);
  });
  let author = 0;
  let n = 0;
  const sent: [n: number, clock: number][] = [];
  socket.on('notes:batch', (_logId, frames) => {
    const others: Uint8Array[] = [];
    for (const part of decodeParts(frames)) {
      if (part.author !== author) others.push(part.update);
      else while (sent[0] && sent[0][0] <= part.n) page.onPromise(sent.shift()?.[1] ?? 0);
    }
    if (others.length > 0) page.take(others);
  });
  const opening = socket.emitWithAck('notes:open', {
    meetingId,
    schemaVersion: SCHEMA_VERSION,
    stateVector: Y.encodeStateVector(page.doc),
  });
  const answer = await Promise.race([opening, failed]);
  if (!answer.ok) throw new Error(`The notes were not opened: ${answer.reason}.`);
  author = answer.author;
  const tail = decodeParts(answer.tail).map(({ update }) => update);
  page.begin(answer.base.length > 0 ? [answer.base, ...tail] : tail);
  page.onKey((update, clock) => {
    n += 1;
    sent.push([n, clock]);
    socket.emit('notes:update', n, update);
  });
}
