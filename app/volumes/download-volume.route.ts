import { m } from '#app/messages/compiled/messages.js';
import { isUnchanged } from '#server/http/validators.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { readVolumeFile } from '#server/volumes/read-volume-file.ts';
import type { Route } from './+types/download-volume.route.ts';

/** A volume as a file. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const file = (await readVolumeFile(services, viewer, params.edition, params.file)) ?? notFound();
  if (file.state !== 'ready') {
    const pending = file.state === 'pending';
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', ...(pending ? { 'Retry-After': '5' } : {}) };
    return new Response(pending ? m.files_pending_answer() : m.files_failed_answer(), { status: 503, headers });
  }
  const headers = { ETag: file.etag, 'Cache-Control': 'private, no-cache' };
  const known = request.headers.get('If-None-Match') ?? undefined;
  if (isUnchanged({ 'if-none-match': known }, { etag: file.etag, lastModified: NEVER }))
    return new Response(null, { status: 304, headers });
  const disposition = `attachment; filename="${file.name}"`;
  const about = { 'Content-Type': file.type, 'Content-Length': String(file.body.length), 'Content-Disposition': disposition };
  return new Response(new Uint8Array(file.body), { headers: { ...headers, ...about } });
}

// the entity tag decides alone
const NEVER = Temporal.Instant.fromEpochMilliseconds(0);
