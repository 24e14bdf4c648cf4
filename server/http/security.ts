import type { RequestHandler } from 'express';
import { IMPORT_LIMITS } from '#app/model/imports.ts';
import { readSessionCookie } from '#server/accounts/session-cookie.ts';
import type { Env } from '#server/env.ts';

/** The public calendar for other sites (app/calendar/embed.route.tsx): read without a cookie, with nothing to press. */
const FRAMED = /^\/(?:en\/)?embed\/calendar$/;

/** The door page (app/check-ins/door.route.tsx): the only one that asks for a camera, and runs WebAssembly to read what it sees. */
export const DOOR = /^\/(?:en\/)?check-in\/[^/]+\/?$/;

/** Headers of every answer; the Content-Security-Policy of pages is set with their nonce in app/entry.server.tsx. */
export function securityHeaders(env: Env): RequestHandler {
  const https = env.appUrl.startsWith('https:');
  return (request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // not 'no-referrer': browsers then send "Origin: null" with forms, and ours could not be told from foreign ones
    response.setHeader('Referrer-Policy', 'same-origin');
    // the page that is made for the frames of other sites says which in its own policy, which this header knows no words for
    if (!FRAMED.test(request.path)) response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', `camera=${DOOR.test(request.path) ? '(self)' : '()'}, geolocation=(), microphone=()`);
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}

/**
 * Refuses addresses that nothing can be found under: a broken escape in the path (RFC 3986, 2.1), and U+0000 anywhere, which
 * PostgreSQL keeps in no text. Further on they would look like faults of ours.
 */
export const refuseBrokenAddress: RequestHandler = (request, response, next) => {
  if (!request.url.includes('%00') && isDecodable(request.path)) return next();
  response.status(400).type('text').send('This address cannot be read. Was it copied whole?');
};

function isDecodable(path: string): boolean {
  try {
    // its result is used: a call without effects would be taken out of the build
    return decodeURIComponent(path).length > 0;
  } catch {
    return false; // URIError
  }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A form of another site must not act with our cookie: an unsafe request has to come from our own origin (Fetch standard,
 * `Origin`, which browsers send with every POST). Without an Origin it is no browser: allowed when it carries no session,
 * as mailbox providers do who end a subscription by one click (RFC 8058).
 */
export function refuseForeignOrigin(env: Env): RequestHandler {
  return (request, response, next) => {
    const { origin, host, cookie } = request.headers;
    if (SAFE.includes(request.method)) return next();
    if (origin === undefined ? readSessionCookie(env, cookie) === null : isOwn(origin, env.appUrl, host)) return next();
    response.status(403).type('text').send('This form was sent from another site. Open the page again and send it from there.');
  };
}

/** Our own address, or the one under which this request reached us (localhost and 127.0.0.1 are both used). */
function isOwn(origin: string, appUrl: string, host: string | undefined): boolean {
  const url = URL.parse(origin);
  return url !== null && (url.origin === appUrl || url.host === host);
}

const BODY_LIMIT = 2_000_000;
/** Pages that documents are sent to, and what their forms weigh besides. */
const UPLOADS = /^\/(?:en\/)?(?:imports\/new|meetings\/[^/]+\/minutes\/return)(?:\.data)?\/?$/;
const UPLOAD_LIMIT = IMPORT_LIMITS.bytes + 100_000;
/** Whom a personal link lets send slides; a photo straight from a camera gets an answer in words rather than none. */
const SPEAKING = /^\/(?:en\/)?speaking\/[\w-]{43}(?:\.data)?\/?$/;
const SPEAKING_LIMIT = 45_000_000;

/** Refuses bodies over 2 MB (documents and slides: more) before a byte of them is read, and those whose length is not told. */
export const limitBodies: RequestHandler = (request, response, next) => {
  const length = request.headers['content-length'];
  if (request.headers['transfer-encoding']) return refuseBody(411, 'A request must tell its length.');
  const limit = SPEAKING.test(request.path) ? SPEAKING_LIMIT : UPLOADS.test(request.path) ? UPLOAD_LIMIT : BODY_LIMIT;
  if (length !== undefined && Number(length) > limit)
    return refuseBody(413, `C’est trop lourd. This is too large: ${Math.floor(limit / 1e6)} MB (Mo) at most.`);
  return next();

  function refuseBody(status: number, reason: string): void {
    // the rest of the body is on its way and nobody will read it
    response.setHeader('Connection', 'close');
    response.status(status).type('text').send(reason);
  }
};
