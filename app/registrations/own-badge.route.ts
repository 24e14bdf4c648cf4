import { notFound } from '#server/refusals.ts';
import { openRegistrationLink } from '#server/registrations/access.ts';
import { drawBadge } from '#server/registrations/draw-badge.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/own-badge.route.ts';

/** The QR code that the door reads, for whoever has a place. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const link = await openRegistrationLink(services, params.token);
  const picture = link?.kind === 'person' ? await drawBadge(services, link.scope) : null;
  if (!picture) return notFound();
  return new Response(picture, {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' },
  });
}
