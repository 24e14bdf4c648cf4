import { enterMinutes } from '#server/minutes/access.ts';
import { renderVersion } from '#server/minutes/render-version.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/download-minutes.route.ts';

/** A version as a file: `….docx`, `….odt`, `….md`, `….txt`, or `….json` (the very bytes that the fingerprint is of). */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { version } = await enterMinutes(services, viewer, params.meeting, params.version);
  const file = (await renderVersion(services, version, params.file)) ?? notFound();
  const etag = `"${version.sha256.toString('hex')}-${file.extension}"`;
  const headers = {
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
  };
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
  return new Response(file.body, { headers });
}
