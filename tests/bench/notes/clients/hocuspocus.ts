import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Address, type Page, wireOf } from '../page.ts';

// The protocol of Hocuspocus 4 as its own provider speaks it: the document's name before every message.
const SYNC = 0;
const AUTHENTICATION = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;

export async function connect(page: Page, { url, name }: Address): Promise<void> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  page.close = () => socket.terminate();
  page.wire = () => wireOf(socket);
  const say = (...values: (number | string | Uint8Array)[]) =>
    socket.send(
      encoding.encode((encoder) => {
        for (const value of [name, ...values]) {
          if (typeof value === 'number') encoding.writeVarUint(encoder, value);
          else if (typeof value === 'string') encoding.writeVarString(encoder, value);
          else encoding.writeVarUint8Array(encoder, value);
        }
      }),
    );
  await once(socket, 'open');
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const unpromised: number[] = [];
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === SYNC || type === SYNC_REPLY) {
      const step = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (step === 0) say(SYNC_REPLY, 1, Y.encodeStateAsUpdate(page.doc, bytes));
      else if (step === 1) open(page.begin([bytes]));
      else page.take([bytes]);
    } else if (type === SYNC_STATUS && decoding.readVarUint(decoder) === 1) {
      const clock = unpromised.shift();
      if (clock !== undefined) page.onPromise(clock);
    }
  });
  say(AUTHENTICATION, 0, 'token', '4.7.0');
  say(SYNC, 0, Y.encodeStateVector(page.doc));
  await opened;
  page.onKey((update, clock) => {
    unpromised.push(clock);
    say(SYNC, 2, update);
  });
}
