import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { binaryFrame } from '#server/realtime/preframe.ts';
import { wireOf } from '../page.ts';

interface Room {
  sockets: Set<WebSocket>;
  gathered: Buffer[];
}

/**
 * The least that any server does: no check, no store, no document. What arrives goes to everybody in the room, at once or
 * gathered for `window` milliseconds, in a frame that is built once. Gives its port.
 */
export async function startRelay(window: number): Promise<number> {
  const rooms = new Map<string, Room>();
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  server.on('connection', (socket, { url = '' }) => {
    const room = rooms.get(url) ?? { sockets: new Set(), gathered: [] };
    rooms.set(url, room);
    room.sockets.add(socket);
    socket.on('close', () => room.sockets.delete(socket));
    socket.on('message', (data: Buffer) => {
      room.gathered.push(data);
      if (window === 0) tell(room);
      else if (room.gathered.length === 1) setTimeout(tell, window, room);
    });
  });
  http.listen(0, '127.0.0.1').unref();
  await once(http, 'listening');
  return (http.address() as AddressInfo).port;
}

function tell(room: Room): void {
  const frame = binaryFrame(Buffer.concat(room.gathered));
  room.gathered = [];
  for (const socket of room.sockets) wireOf(socket)?.write(frame);
}
