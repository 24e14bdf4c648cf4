import { randomBytes } from 'node:crypto';
import { PassThrough, type Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, isRouteErrorResponse, ServerRouter } from 'react-router';
import { DOOR } from '#server/http/security.ts';
import { withoutSecrets } from '#server/logger.ts';
import { requestOf } from '#server/request-context.ts';

export const streamTimeout = 5_000;

/**
 * Only scripts of this origin, and the inline one that carries the nonce of this answer (React Router's start-up data).
 * Styles in attributes are allowed, for lengths and positions that only the data know; style sheets are our own files.
 */
function contentSecurityPolicy(nonce: string, { wasm }: { wasm: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Pages shrink to a quarter on the way, for people who read them on a train. The fast levels: a millisecond a page. */
function compressorFor(request: Request, headers: Headers): Transform {
  const accepted = request.headers.get('Accept-Encoding') ?? '';
  const encoding = /\bbr\b(?!;\s*q=0(\.0*)?(,|$))/.test(accepted) ? 'br' : /\bgzip\b(?!;\s*q=0(\.0*)?(,|$))/.test(accepted) ? 'gzip' : null;
  headers.append('Vary', 'Accept-Encoding');
  if (!encoding) return new PassThrough();
  headers.set('Content-Encoding', encoding);
  return encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip();
}

/** Renders a page, whole before its first byte: an error in it is still an answer with status 500, not half a page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  // a page may show what only its reader may see; nobody in between keeps it
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  const nonce = randomBytes(16).toString('base64');
  // the development server injects its own scripts and styles
  if (import.meta.env.PROD)
    headers.set('Content-Security-Policy', contentSecurityPolicy(nonce, { wasm: DOOR.test(new URL(request.url).pathname) }));
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        clearTimeout(tooLong);
        const body = compressorFor(request, headers);
        pipe(body);
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      },
      onShellError: reject,
      onError: reject,
    });
    const tooLong = setTimeout(
      () => abort(new Error(`Rendering ${withoutSecrets(request.url)} took more than ${streamTimeout} ms.`)),
      streamTimeout,
    );
  });
}

/** The same for what a page that is open asks for in place of a whole page: it holds what its reader may see, and nobody else. */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-cache');
  return response;
}

/** A fault of ours: the reader is told so, and the log holds what and where. What is expected (404, a reader who left) is not logged. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  requestOf(context).services.log.error('page failed', { method: request.method, path: new URL(request.url).pathname, error: what });
};
