import { listClients, listWriters } from '#db/notes/read-history.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { maySeeHistory } from '#server/notes/history/policy.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/writers.route.ts';
import type { KnownWriters } from './known-writers.ts';

/** Whose each client of the shared document is, as JSON, for « Qui a écrit » of an open page. */
export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, params.meeting);
  if (!viewer || !maySeeHistory(scope.can)) return notFound();
  const [clients, people] = await Promise.all([listClients(services.db, scope), listWriters(services.db, scope)]);
  const known: KnownWriters = { clients, people };
  return Response.json(known, { headers: { 'Cache-Control': 'no-store' } });
}
