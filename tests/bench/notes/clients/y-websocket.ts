import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Address, type Page, wireOf } from '../page.ts';

// y-protocols' sync, as the provider of y-websocket speaks it. It promises nothing, so that onPromise is never called.
const SYNC = 0;

export async function connect(page: Page, { url, name }: Address): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/${name}`, { perMessageDeflate: false });
  page.close = () => socket.terminate();
  page.wire = () => wireOf(socket);
  const say = (step: number, bytes: Uint8Array) =>
    socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, SYNC);
        encoding.writeVarUint(encoder, step);
        encoding.writeVarUint8Array(encoder, bytes);
      }),
    );
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    if (decoding.readVarUint(decoder) !== SYNC) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === 0) say(1, Y.encodeStateAsUpdate(page.doc, bytes));
    else if (step === 1) open(page.begin([bytes]));
    else page.take([bytes]);
  });
  await once(socket, 'open');
  say(0, Y.encodeStateVector(page.doc));
  await opened;
  page.onKey((update) => say(2, update));
}
