import { findOwnPortrait } from '#db/speakers/read-own.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { openSpeakerLink } from '#server/speakers/access.ts';
import type { Route } from './+types/own-portrait.route.ts';
import { answerPortrait } from './answer-portrait.server.ts';

/** One's own portrait on the page behind the personal link, before anybody else may see it. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const scope = (await openSpeakerLink(services, params.token)) ?? notFound();
  return answerPortrait(request, await findOwnPortrait(services.db, scope));
}
