import { findLogo } from '#db/groups/read-style.ts';
import { enterGroup } from '#server/groups/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/logo.route.ts';

/** A group's logo, for whoever may see the group. Opened by itself, an SVG runs nothing and reaches nowhere. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterGroup(services, viewer, params.group);
  const logo = (await findLogo(services.db, scope)) ?? notFound();
  const headers = {
    'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'Cache-Control': 'private, no-cache',
    ETag: `"${logo.revision}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(logo.bytes), {
    headers: { ...headers, 'Content-Type': logo.type, 'Content-Length': String(logo.bytes.length), 'Content-Disposition': 'inline' },
  });
}
