import { once } from 'node:events';
import { WebSocket } from 'ws';
import { decodeParts, encodeParts } from '#app/model/notes-frames.ts';
import { type Address, type Page, wireOf } from '../page.ts';

/** The relay that is the limit sends everybody's updates to everybody; the product's frames tell where each ends. */
export async function connect(page: Page, { url, name }: Address): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/${name}`, { perMessageDeflate: false });
  page.close = () => socket.terminate();
  page.wire = () => wireOf(socket);
  await once(socket, 'open');
  page.begin([]);
  socket.on('message', (frames: Buffer) => page.take(decodeParts(frames).map(({ update }) => update)));
  let n = 0;
  page.onKey((update) => {
    n += 1;
    socket.send(encodeParts([{ author: 1, n, update }]));
  });
}
