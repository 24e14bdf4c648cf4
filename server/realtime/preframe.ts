import type { Socket as Connection } from 'node:net';
import type { Namespace } from 'socket.io';

interface Broadcast {
  rooms: ReadonlySet<string>;
  except?: ReadonlySet<string>;
  flags?: { volatile?: boolean; compress?: boolean };
}
interface WriteOptions {
  preEncoded: true;
  volatile: boolean | undefined;
  compress: boolean | undefined;
  wsPreEncodedFrame?: Buffer[];
}

/** What is used of Socket.IO's in-memory adapter and of what it sends through, none of it in their types. */
interface Adapter {
  _encode?: (packet: object, options: WriteOptions) => unknown[];
  apply?: (options: Broadcast, callback: (socket: { client: Client }) => void) => void;
  rooms: ReadonlyMap<string, ReadonlySet<string>>;
  broadcast: (packet: { nsp?: string }, options: Broadcast) => void;
}
interface Client {
  conn: EngineSocket;
  writeToEngine(encoded: unknown[], options: WriteOptions): void;
}
interface EngineSocket {
  readyState: string;
  writeBuffer: unknown[];
  transport: { name: string; writable: boolean; socket?: { readyState: number; _socket?: Connection } };
}

const FINAL_BINARY = 0x82;
const OPEN = 1;
/** What may wait in the kernel's place for one page, in bytes; beyond it Engine.IO queues, and a page that never reads is let go. */
const MOST_UNSENT = 64 * 1024;

/**
 * Builds the WebSocket frame of a broadcast once and writes the same bytes to everybody, straight to the connection where
 * nothing waits before it. Socket.IO builds it once for texts only, and ours are binary; its way to each connection costs
 * as much again as the write. An adapter of another kind is left as it is.
 */
export function preframeBroadcasts(namespace: Pick<Namespace, 'adapter' | 'name' | 'sockets'>): void {
  const adapter = namespace.adapter as unknown as Adapter;
  const encode = adapter._encode?.bind(adapter);
  const apply = adapter.apply?.bind(adapter);
  if (!encode || !apply) return;
  adapter.broadcast = (packet, options) => {
    packet.nsp = namespace.name;
    const { volatile, compress } = options.flags ?? {};
    const how: WriteOptions = { preEncoded: true, volatile, compress };
    const encoded = encode(packet, how);
    const [only] = encoded;
    const frame = encoded.length === 1 && only instanceof Uint8Array ? binaryFrame(only) : null;
    if (frame) how.wsPreEncodedFrame = [frame];
    const write = ({ client }: { client: Client }) => {
      if (!frame || !writeNow(client.conn, frame)) client.writeToEngine(encoded, how);
    };
    const [room] = options.rooms;
    if (room === undefined || options.rooms.size > 1 || options.except?.size) return apply(options, write);
    // in one room nobody is met twice: apply() would keep a list of whom it met
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = namespace.sockets.get(id) as unknown as { client: Client } | undefined;
      if (socket) write(socket);
    }
  };
}

/** Writes a frame if nothing that was sent before it still waits; false: it did not. */
function writeNow({ readyState, writeBuffer, transport }: EngineSocket, frame: Buffer): boolean {
  if (readyState !== 'open' || writeBuffer.length > 0 || transport.name !== 'websocket' || !transport.writable) return false;
  const { socket } = transport;
  if (socket?.readyState !== OPEN || !socket._socket || socket._socket.writableLength > MOST_UNSENT) return false;
  socket._socket.write(frame);
  return true;
}

/** An unmasked, final binary frame (RFC 6455, 5.2). */
export function binaryFrame(payload: Uint8Array): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header[0] = FINAL_BINARY;
  header[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (header.length === 4) header.writeUInt16BE(length, 2);
  if (header.length === 10) header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, payload]);
}
