import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { fewAtOnce } from '#server/few-at-once.ts';
import type { Services } from '#server/services.ts';
import { MOST_OCTETS } from './parse-mail.ts';
import { receiveMail } from './receive-mail.ts';

/** Mails taken at once; each may hold 25 MB. */
const AT_ONCE = 3;

/**
 * Takes a mail that a provider pushes: POST, the message as it came (RFC 5322) as the body, and `Authorization: Bearer` with
 * INBOUND_SECRET. 200 means that it is written down; anything else, that the provider should try again or look at what it
 * sends. Mount at '/inbound-mail', before anything that reads cookies or checks origins.
 */
export function acceptInboundMail(services: Services): RequestHandler {
  const takeTurn = fewAtOnce(AT_ONCE);
  const { inboundSecret, authservId } = services.env.inbox;
  return async (request, response) => {
    if (!inboundSecret) return refuse(response, 404, 'No mail is taken here: INBOUND_SECRET is not set.');
    if (request.method !== 'POST') return refuse(response.setHeader('Allow', 'POST'), 405, 'Send the mail with POST.');
    if (!isBearer(request.headers.authorization, inboundSecret))
      return refuse(response.setHeader('WWW-Authenticate', 'Bearer'), 401, 'Send "Authorization: Bearer" with INBOUND_SECRET.');
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return refuse(response, 415, 'Send the mail uncompressed.');
    await takeTurn(async () => {
      const raw = await readBody(request);
      if (raw === 'cut_off') return;
      if (raw === 'too_large') return refuse(response, 413, 'A mail has 25 MB at most.');
      if (raw.length === 0) return refuse(response, 400, 'Send the message as it came (RFC 5322) as the body.');
      try {
        const outcome = await receiveMail(services, raw, { door: 'push', authservId: authservId ?? null });
        response.status(200).json({ outcome });
      } catch (error) {
        services.log.error('mail not taken', { error: error instanceof Error ? error.message : String(error) });
        refuse(response.setHeader('Retry-After', '60'), 503, 'Not now. Send it again later.');
      }
    });
  };
}

/** By the hashes of both, which have one length: the time that it takes tells nothing of the secret. */
function isBearer(header: string | undefined, secret: string): boolean {
  const [, token = ''] = /^Bearer +(\S+) *$/i.exec(header ?? '') ?? [];
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(token), hash(secret));
}

/** The body; 'too_large' as soon as it is more than a mail may have, 'cut_off' when the sender went away. */
async function readBody(request: Request): Promise<Buffer | 'too_large' | 'cut_off'> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_OCTETS) return 'too_large';
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_OCTETS) return 'too_large';
      chunks.push(chunk);
    }
  } catch {
    // ECONNRESET: whoever sent half of a mail sends it again
    return 'cut_off';
  }
  return Buffer.concat(chunks);
}

function refuse(response: Response, status: number, reason: string): void {
  // what is left of the body is on its way and nobody will read it
  response.setHeader('Connection', 'close').status(status).type('text').send(reason);
}
