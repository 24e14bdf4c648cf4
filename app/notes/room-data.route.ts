import { enterMeeting } from '#server/meetings/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/room-data.route.ts';
import { loadLive } from './load-live.server.ts';

/** What the live page shows beside the notes, as JSON, for a page that is open: it asks when something changed, and after a gap. */
export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, params.meeting);
  if (!viewer || !scope.can.readNotes) return notFound();
  return Response.json(await loadLive(services, scope, viewer, { notes: false }), { headers: { 'Cache-Control': 'no-store' } });
}
