import { localePath } from '#app/locale.ts';
import favicon from '#app/ui/favicon.svg?url';
import { enterDoor } from '#server/check-ins/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/door-manifest.route.ts';

/** Lets a phone put the door on its home screen (Web App Manifest). */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const door = (await enterDoor(services, viewer, params.token)) ?? notFound();
  const address = localePath(`/check-in/${params.token}`);
  const manifest = {
    ...{ name: door.name, short_name: door.name, id: address, start_url: address, scope: localePath('/check-in/'), display: 'standalone' },
    ...{ background_color: '#F9FAF6', theme_color: '#0B3A31', icons: [{ src: favicon, sizes: 'any', type: 'image/svg+xml' }] },
  };
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'private, no-cache' } });
}
