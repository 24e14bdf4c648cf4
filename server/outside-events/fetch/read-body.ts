import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FetchRefused } from './refused.ts';

/** The body of an answer, decompressed, at most `mostBytes` before and after; counted as it comes, whatever it says of itself. */
export async function readBody(
  response: IncomingMessage,
  { mostBytes, signal }: { mostBytes: number; signal: AbortSignal },
): Promise<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const chunks: Buffer[] = [];
  const keep = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of counted(source, mostBytes)) chunks.push(chunk);
  };
  const measured = (source: AsyncIterable<Buffer>) => counted(source, mostBytes);
  if (encoding === 'identity' || encoding === '') await pipeline(response, keep, { signal });
  else if (encoding === 'gzip' || encoding === 'x-gzip') await pipeline(response, measured, createGunzip(), keep, { signal });
  else {
    response.destroy();
    throw new FetchRefused('encoding');
  }
  return Buffer.concat(chunks);
}

async function* counted(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > most) throw new FetchRefused('too_large');
    yield chunk;
  }
}
