import { m } from '#app/messages/compiled/messages.js';
import { isUnchanged } from '#server/http/validators.ts';
import { enterMinutes } from '#server/minutes/access.ts';
import { readDownload } from '#server/minutes/files/read-download.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/download-minutes.route.ts';

/** A version as a file: `….pdf`, `….docx`, `….odt`, `….md`, `….txt`, or `….json` (the very bytes that the fingerprint is of). */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope, version } = await enterMinutes(services, viewer, params.meeting, params.version);
  const named = { slug: params.meeting, number: version.number, publishedByName: version.publishedByName };
  const file = (await readDownload(services, scope, named, params.file)) ?? notFound();
  if (file.state !== 'ready') {
    // it will be there in a moment (RFC 9110, 15.6.4), or once somebody asked for it again
    const retry = file.state === 'pending' ? { 'Retry-After': '5' } : undefined;
    const words = file.state === 'pending' ? m.files_pending_answer() : m.files_failed_answer();
    return new Response(words, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...retry } });
  }
  const headers = {
    ETag: file.etag,
    'Cache-Control': 'private, no-cache',
  };
  if (isUnchanged({ 'if-none-match': request.headers.get('If-None-Match') ?? undefined }, { etag: file.etag, lastModified: NEVER }))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.body), {
    headers: {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': String(file.body.length),
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  });
}

// the entity tag decides alone
const NEVER = Temporal.Instant.fromEpochMilliseconds(0);
