import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * A Socket.IO parser (its documented extension point, protocol 5) that puts each packet in one WebSocket frame. What is sent
 * with every keystroke is [code][number][bytes]; other packets with bytes in them are lib0's binary form; the rest is JSON.
 * The parser that comes with Socket.IO sends a text frame that announces each binary one: twice the writes, and 60 bytes.
 */
export interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

const EVENT = 2;
const ACK = 3;
const LAST_TYPE = 4;
const ANY = 0xff;
/** Events of (number, bytes) and of (bytes), by their code on the wire; part of the protocol, never reused. */
const NUMBERED = new Map([
  [1, 'notes:update'],
  [2, 'notes:batch'],
]);
const PLAIN = new Map([[3, 'notes:presence']]);
const CODES = new Map([...NUMBERED, ...PLAIN].map(([code, name]) => [name, code]));
// events of Node's emitters and of Socket.IO itself, which a peer must not raise
const RESERVED: readonly unknown[] = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];

class Encoder {
  encode(packet: Packet): (string | Uint8Array)[] {
    const { type, nsp, data, id } = packet;
    return [encodeShort(packet) ?? (holdsBytes(data) ? encodeAny(packet) : JSON.stringify({ type, nsp, data, id }))];
  }
}

function encodeShort({ type, nsp, data, id }: Packet): Uint8Array | null {
  if (type !== EVENT || nsp !== '/' || id !== undefined || !Array.isArray(data)) return null;
  const [name, ...values] = data as [unknown, ...unknown[]];
  const code = typeof name === 'string' ? CODES.get(name) : undefined;
  const bytes = values.at(-1);
  if (code === undefined || !(bytes instanceof Uint8Array)) return null;
  const number = values.length === 2 ? values[0] : undefined;
  if (NUMBERED.has(code) ? !Number.isSafeInteger(number) || Number(number) < 0 : values.length !== 1) return null;
  const encoder = new encoding.Encoder();
  encoding.writeUint8(encoder, code);
  if (number !== undefined) encoding.writeVarUint(encoder, Number(number));
  encoding.writeUint8Array(encoder, bytes);
  return forTransport(encoding.toUint8Array(encoder));
}

function encodeAny({ type, nsp, data, id }: Packet): Uint8Array {
  const encoder = new encoding.Encoder();
  encoding.writeUint8(encoder, ANY);
  encoding.writeAny(encoder, { type, nsp, data: plain(data), ...(id === undefined ? {} : { id }) });
  return forTransport(encoding.toUint8Array(encoder));
}

type Listener = (packet: Packet) => void;

class Decoder {
  private readonly listeners = new Set<Listener>();

  /** Takes one frame. Throws at anything that is not a packet: Socket.IO then closes the connection. */
  add(frame: string | ArrayBuffer | Uint8Array): void {
    const packet = checked(
      typeof frame === 'string' ? JSON.parse(frame) : decodeBytes(frame instanceof Uint8Array ? frame : new Uint8Array(frame)),
    );
    for (const listener of this.listeners) listener(packet);
  }

  // the few methods of an emitter that Socket.IO calls on a decoder, whose only event is 'decoded'
  on(_event: 'decoded', listener: Listener): this {
    this.listeners.add(listener);
    return this;
  }
  off(_event: 'decoded', listener: Listener): this {
    this.listeners.delete(listener);
    return this;
  }
  removeListener(event: 'decoded', listener: Listener): this {
    return this.off(event, listener);
  }
  destroy(): void {}
}

function decodeBytes(frame: Uint8Array): unknown {
  const decoder = decoding.createDecoder(frame);
  const code = decoding.readUint8(decoder);
  if (code === ANY) return decoding.readAny(decoder);
  const name = NUMBERED.get(code) ?? PLAIN.get(code);
  if (!name) throw new Error(`No event has the code ${code}.`);
  const numbers = NUMBERED.has(code) ? [decoding.readVarUint(decoder)] : [];
  return { type: EVENT, nsp: '/', data: [name, ...numbers, frame.subarray(decoder.pos)] };
}

function checked(packet: unknown): Packet {
  if (typeof packet !== 'object' || packet === null) throw new Error('A packet is an object.');
  const { type, nsp, data, id } = packet as Record<string, unknown>;
  const numbered = id === undefined || (Number.isSafeInteger(id) && Number(id) >= 0);
  if (typeof type !== 'number' || !Number.isInteger(type) || type < 0 || type > LAST_TYPE || typeof nsp !== 'string' || !numbered) {
    throw new Error('A packet has a type, a namespace and perhaps a number.');
  }
  if (type === EVENT && !(Array.isArray(data) && typeof data[0] === 'string' && !RESERVED.includes(data[0])))
    throw new Error('An event has a name.');
  if (type === ACK && !Array.isArray(data)) throw new Error('An answer is a list.');
  return { type, nsp, data, ...(id === undefined ? {} : { id: Number(id) }) };
}

function holdsBytes(value: unknown): boolean {
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsBytes);
}

type Plain = encoding.AnyEncodable;

/** The same as lib0 takes it: bytes without Node's Buffer, objects without what is undefined. */
function plain(value: unknown): Plain {
  if (value instanceof Uint8Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
}

/** On Node, Engine.IO takes bytes as Buffer; in the browser as they are. No copy is made. */
function forTransport(bytes: Uint8Array): Uint8Array {
  return typeof Buffer === 'undefined' ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export const socketParser = { Encoder, Decoder, protocol: 5 };
