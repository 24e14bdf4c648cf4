import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { documentAround } from './dav-xml.ts';

/**
 * Sends responses of a multistatus as they are written, no faster than they are read: an answer is never in memory as a
 * whole. Resolves also when whoever asked has gone.
 */
export async function sendMultistatus(response: Response, responses: AsyncIterable<string>, syncToken = ''): Promise<void> {
  const [opening, closing] = documentAround('multistatus');
  response.status(207).setHeader('Content-Type', 'application/xml; charset=utf-8');
  async function* whole() {
    yield opening;
    yield* responses;
    yield syncToken + closing;
  }
  try {
    await pipeline(Readable.from(whole()), response);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  }
}

/** Sends the condition that failed (RFC 4918, 16). */
export function sendCondition(response: Response, status: number, condition: string): void {
  response.status(status).setHeader('Content-Type', 'application/xml; charset=utf-8');
  response.end(documentAround('error').join(condition));
}
