import { enterDoor } from '#server/check-ins/access.ts';
import { parseSync } from '#server/check-ins/parse-sync.ts';
import { syncDoor } from '#server/check-ins/sync-door.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/sync-door.route.ts';

const HEADERS = { 'Cache-Control': 'no-store' };

/** There is nothing to read here: phones send what they noted, and are answered. */
export function loader(): never {
  return notFound();
}

/** One turn of the talk of a door's phone with the server (app/model/door-protocol.ts), in JSON. */
export async function action({ request, params, context }: Route.ActionArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const door = await enterDoor(services, viewer, params.token);
  if (!door) return Response.json({ reason: 'unknown-door' }, { status: 404, headers: HEADERS });
  const parsed = parseSync(await readJson(request));
  if (!parsed.ok) return Response.json(parsed, { status: parsed.reason === 'too-many' ? 413 : 400, headers: HEADERS });
  return Response.json(await syncDoor(services, door, parsed.question), { headers: HEADERS });
}

/** Undefined for what is no JSON. */
async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
