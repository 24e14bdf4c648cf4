import { mint, type SpeakerScope } from '#app/model/scope.ts';
import { speaksIn } from '#db/speakers/access.ts';
import { findLink } from '#server/accounts/link-tokens.ts';
import type { Services } from '#server/services.ts';

/**
 * Gate of the page behind a speaker's personal link, which is the only proof asked for. Null for a link that is unknown,
 * expired, revoked or made for something else, and for whoever has no part in the edition any more: all alike.
 */
export async function openSpeakerLink(services: Services, token: string): Promise<SpeakerScope | null> {
  const link = await findLink(services, 'speaker', token);
  if (link.state !== 'valid' || !link.editionId || !link.personId) return null;
  const of = { editionId: link.editionId, personId: link.personId };
  return (await speaksIn(services.db, of)) ? mint<SpeakerScope>(of) : null;
}

/** The same for a mail that is about to leave; null: they have no part any more. */
export async function speakerForMail(services: Services, of: { editionId: string; personId: string }): Promise<SpeakerScope | null> {
  return (await speaksIn(services.db, of)) ? mint<SpeakerScope>(of) : null;
}
