import { requestOf } from '#server/request-context.ts';
import { readVolumeProof } from '#server/volumes/read-volume-proof.ts';
import type { Route } from './+types/volume-proof.route.ts';

/** What proves a volume: its envelope, signed, and what its hash is of. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const proof = await readVolumeProof(services, viewer, params.edition, params.version);
  const headers = { 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex' };
  return Response.json(proof, { headers });
}
