import { cleanLine } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findLiveSession, insertSession, touchSession } from '#db/accounts/sessions.ts';
import type { Trx } from '#db/client.ts';
import type { Services } from '#server/services.ts';
import { hashOfSession, newSecret } from './secrets.ts';
import { readSessionCookie } from './session-cookie.ts';

const LIFETIME = { hours: 30 * 24 };
// a write for every page read would cost more than it tells
const TOUCH_AFTER = { hours: 1 };

/** The person behind a session cookie, or null when there is none, it ended or expired. Use extends it: 30 days from the last hour it was seen in. */
export async function findSession(services: Services, cookieHeader: string | undefined): Promise<{ id: string; viewer: Viewer } | null> {
  const secret = readSessionCookie(services.env, cookieHeader);
  const hash = secret && hashOfSession(services.env, secret);
  if (!hash) return null;
  const now = services.clock.now();
  const session = await findLiveSession(services.db, hash, now.toString());
  if (!session) return null;
  const { id, viewer, lastSeenAt } = session;
  if (Temporal.Instant.compare(Temporal.Instant.from(lastSeenAt).add(TOUCH_AFTER), now) < 0)
    await touchSession(services.db, id, { lastSeenAt: now.toString(), expiresAt: now.add(LIFETIME).toString() });
  return { id, viewer };
}

/** Opens a session and returns its secret, for the cookie. Only its hash is kept; every sign-in gets a new one, so none can be planted beforehand. */
export async function openSession(
  trx: Trx,
  services: Services,
  { personId, userAgent }: { personId: string; userAgent: string },
): Promise<string> {
  const secret = newSecret();
  const tokenHash = hashOfSession(services.env, secret);
  if (!tokenHash) throw new Error('A new secret has the wrong shape.');
  const now = services.clock.now();
  const stamps = { createdAt: now.toString(), lastSeenAt: now.toString(), expiresAt: now.add(LIFETIME).toString() };
  await insertSession(trx, { tokenHash, personId, userAgent: cleanLine(userAgent).slice(0, 300), ...stamps });
  return secret;
}
