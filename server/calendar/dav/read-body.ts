import type { IncomingMessage } from 'node:http';
import { BadXml } from './dav-xml.ts';

/** More than anybody sends in good faith; the rest of it is on its way and will not be read. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** The body of a request of at most `most` octets as text. Throws TooLong as soon as it is, and BadXml where it is no UTF-8. */
export async function readBody(request: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  // the connection stays: an answer is to go through it
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new TooLong();
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new BadXml('not UTF-8');
  }
}
