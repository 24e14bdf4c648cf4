import type { RequestHandler } from 'express';
import type { Env } from '#server/env.ts';

/** Headers of every answer. Scripts come from this origin only; React Router's inline start-up script is allowed by its nonce in root.tsx. */
export function securityHeaders(env: Env): RequestHandler {
  const https = env.appUrl.startsWith('https:');
  return (_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('X-Frame-Options', 'DENY');
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** A form of another site must not act with our cookie: an unsafe request has to come from our own origin (Fetch standard, Origin header). */
export function refuseForeignOrigin(env: Env): RequestHandler {
  const own = new URL(env.appUrl).origin;
  return (request, response, next) => {
    const origin = request.headers.origin;
    if (SAFE.includes(request.method) || (origin !== undefined && (origin === own || new URL(origin).host === request.headers.host))) return next();
    response.status(403).type('text').send('This form was sent from another site.');
  };
}
