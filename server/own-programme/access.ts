import type { Language } from '#app/model/language.ts';
import { type EditionScope, mint, type OwnProgrammeScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findOwnProgramme, findProgrammeOfFeed, touchOwnFeed } from '#db/own-programme/access.ts';
import { hashOfSecret } from '#server/accounts/secrets.ts';
import { enterNetwork } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

/**
 * Gate of one's own programme of an edition that one has entered: of whoever is signed in; else of the browser that sent this
 * secret. Everybody has one, which is empty until something is chosen.
 */
export async function enterOwnProgramme(
  services: Services,
  { edition, viewer, secret }: { edition: EditionScope; viewer: Viewer | null; secret: string | null },
): Promise<OwnProgrammeScope> {
  const { editionId, network } = edition;
  const visitorHash = viewer || secret === null ? null : hashOfSecret(secret);
  const owner = viewer ? { personId: viewer.personId } : visitorHash && { visitorHash };
  const found = owner && (await findOwnProgramme(services.db, { editionId, ...owner }));
  return mint<OwnProgrammeScope>({ ownProgrammeId: found?.id ?? null, editionId, network, personId: viewer?.personId ?? null });
}

/** The programme that a browser keeps the secret of, as a visitor sees it; null: that secret opens nothing here. */
export async function enterVisitorProgramme(
  services: Services,
  { edition, secret }: { edition: EditionScope; secret: string },
): Promise<OwnProgrammeScope | null> {
  const scope = await enterOwnProgramme(services, { edition, viewer: null, secret });
  return scope.ownProgrammeId ? scope : null;
}

export interface OwnFeedAccess {
  scope: OwnProgrammeScope;
  ownProgrammeId: string;
  editionName: string;
  /** IANA name: the owner's, or that of the edition. */
  timeZone: string;
  language: Language;
}

// a write for every poll would cost more than it tells
const TOUCH_AFTER = { hours: 1 };

/** Gate of the feed behind a secret address; null for one that never was, or was ended: they answer alike. */
export async function enterOwnFeed(services: Services, secret: string): Promise<OwnFeedAccess | null> {
  const hash = hashOfSecret(secret);
  const found = hash && (await findProgrammeOfFeed(services.db, hash));
  if (!found) return null;
  const { id, editionId, editionName, usedAt, owner } = found;
  const now = services.clock.now();
  if (!usedAt || Temporal.Instant.compare(Temporal.Instant.from(usedAt).add(TOUCH_AFTER), now) < 0)
    await touchOwnFeed(services.db, id, now.toString());
  const network = await enterNetwork(services, owner);
  const scope = mint<OwnProgrammeScope>({ ownProgrammeId: id, editionId, network, personId: owner?.personId ?? null });
  const { timeZone, language } = owner ?? { timeZone: found.timeZone, language: 'fr' };
  return { scope, ownProgrammeId: id, editionName, timeZone, language };
}
