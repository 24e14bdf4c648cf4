import type { Viewer } from '#app/model/viewer.ts';
import { findSender } from '#db/attendance/invitations.ts';
import type { Services } from '#server/services.ts';

/** What the forms are filled in with for whoever is signed in; null: a visitor. */
export async function readOwnDetails(
  services: Services,
  viewer: Viewer | null,
): Promise<{ givenName: string; familyName: string; email: string } | null> {
  if (!viewer) return null;
  const sender = await findSender(services.db, viewer.personId);
  return { givenName: viewer.givenName, familyName: viewer.familyName, email: sender?.email ?? '' };
}
