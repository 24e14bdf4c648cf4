import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { findNetwork } from '#db/home/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { isUnchanged, wantsGzip } from '#server/http/validators.ts';
import type { Services } from '#server/services.ts';
import { type Calendar, loadCalendar } from './load-calendar.server.ts';
import { ownZone } from './own-zone.ts';

const compress = promisify(gzip);
/** Seconds for which others' caches may answer, as with the feeds. */
const FRESH = 300;

/** The calendar as everyone may see it, on the network's clock: whoever asks, and whatever cookie they send. */
export async function loadPublicCalendar(services: Services, params: URLSearchParams, listSize?: number): Promise<Calendar> {
  const scope = await enterNetwork(services, null);
  const network = await findNetwork(services.db, scope);
  return loadCalendar(services, scope, { params, ownZone: ownZone(null, network), ...(listSize && { listSize }) });
}

/** HTML that anybody's cache may keep, with a strong validator (RFC 9110, 8.8.3) and compressed for who asks. */
export async function answerEmbedded(
  request: Request,
  html: string,
  { status, headers: more }: { status: number; headers: Record<string, string> },
): Promise<Response> {
  const zipped = wantsGzip({ 'accept-encoding': request.headers.get('Accept-Encoding') ?? undefined });
  const digest = createHash('sha256').update(html).digest('base64url').slice(0, 27);
  const etag = `"${digest}${zipped ? '-gzip' : ''}"`;
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': status === 200 ? `public, max-age=${FRESH}` : 'no-store',
    Vary: 'Accept-Encoding',
    ETag: etag,
    // the calendar itself is what search engines should show
    'X-Robots-Tag': 'noindex',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...more,
  });
  const known = request.headers.get('If-None-Match');
  if (known !== null && status === 200 && isUnchanged({ 'if-none-match': known }, { etag, lastModified: EPOCH }))
    return new Response(null, { status: 304, headers });
  if (!zipped) return new Response(html, { status, headers });
  headers.set('Content-Encoding', 'gzip');
  return new Response(await compress(html), { status, headers });
}

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0);
