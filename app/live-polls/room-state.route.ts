import { enterRoomByCode } from '#server/live-polls/access.ts';
import { roomMark } from '#server/live-polls/room-marks.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/room-state.route.ts';

const HEADERS = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' };

/** Whether the room has something new, for phones that ask every few seconds. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { services, ip } = requestOf(context);
  const entered = await enterRoomByCode(services, params.code, ip);
  if (!entered.ok) return new Response(null, { status: entered.reason === 'too-often' ? 429 : 404, headers: HEADERS });
  return Response.json({ mark: await roomMark(services, entered.scope) }, { headers: HEADERS });
}
