import { readProof } from '#server/minutes/read-proof.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/proof.route.ts';

/** What proves a version: its envelope, signed, and the hashes of its parts. Outlives the text that they are of. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const proof = await readProof(services, viewer, params.meeting, params.version);
  const headers = { 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex' };
  return Response.json(proof, { headers });
}
