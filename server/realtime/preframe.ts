import type { Namespace } from 'socket.io';

interface EncodingAdapter {
  _encode?: (packet: unknown, options: { wsPreEncodedFrame?: Buffer[] }) => unknown[];
}

const FINAL_BINARY = 0x82;

/**
 * Builds the WebSocket frame of a broadcast once and writes the same bytes to everybody. Socket.IO does so for texts only,
 * and ours are binary. An adapter that encodes otherwise is left as it is: each socket then frames for itself.
 */
export function preframeBroadcasts(namespace: Pick<Namespace, 'adapter'>): void {
  const adapter = namespace.adapter as unknown as EncodingAdapter;
  const encode = adapter._encode?.bind(adapter);
  if (!encode) return;
  adapter._encode = (packet, options) => {
    const encoded = encode(packet, options);
    const [only] = encoded;
    if (encoded.length === 1 && only instanceof Uint8Array) options.wsPreEncodedFrame = [binaryFrame(only)];
    return encoded;
  };
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
