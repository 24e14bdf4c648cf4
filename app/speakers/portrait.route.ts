import { parseUuid } from '#app/model/uuid.ts';
import { findPortrait } from '#db/speakers/read.ts';
import { enterEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/portrait.route.ts';
import { answerPortrait } from './answer-portrait.server.ts';

/** A speaker's portrait, for whoever may see one of their sessions. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition);
  return answerPortrait(request, await findPortrait(services.db, scope, parseUuid(params.person) ?? notFound()));
}
