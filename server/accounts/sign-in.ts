import type { Viewer } from '#app/model/viewer.ts';
import { findPersonName } from '#db/accounts/people.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Services } from '#server/services.ts';
import { consumeLink, findLink } from './link-tokens.ts';
import { openSession } from './sessions.ts';

export type StaleLink = 'used' | 'expired' | 'revoked' | 'unknown';
/** `secret` is for the session cookie. */
export type SignedIn = { ok: true; secret: string } | { ok: false; reason: StaleLink };

export type SignInLink = { state: 'valid'; givenName: string; familyName: string } | { state: StaleLink } | { state: 'signed_in' };

/**
 * What the page behind a sign-in link shows; opening it uses nothing, since mail scanners open links.
 * 'signed_in': it was used, and by whoever opens it again (from the mail, or by going back).
 */
export async function readSignInLink(services: Services, token: string, viewer: Viewer | null = null): Promise<SignInLink> {
  const link = await findLink(services, 'sign_in', token);
  if (link.state === 'used' && viewer !== null && link.personId === viewer.personId) return { state: 'signed_in' };
  if (link.state !== 'valid') return { state: link.state };
  const person = link.personId && (await findPersonName(services.db, link.personId));
  return person ? { state: 'valid', ...person } : { state: 'unknown' };
}

/** Signs in with a link; it serves once, whoever is first. */
export async function signIn(services: Services, { token, userAgent }: { token: string; userAgent: string }): Promise<SignedIn> {
  const secret = await services.db.transaction().execute(async (trx) => {
    const link = await consumeLink(trx, services, 'sign_in', token);
    if (!link?.personId) return null;
    await recordAudit(trx, { personId: link.personId, action: 'session.open', subjectType: 'person', subjectId: link.personId });
    return openSession(trx, services, { personId: link.personId, userAgent });
  });
  if (secret) return { ok: true, secret };
  const { state } = await findLink(services, 'sign_in', token);
  return { ok: false, reason: state === 'valid' ? 'unknown' : state };
}
