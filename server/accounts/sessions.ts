import type { Viewer } from '#app/model/viewer.ts';
import type { Services } from '#server/services.ts';

/** The person behind a session cookie, or null when there is none, it ended or expired. */
export async function findSession(_services: Services, _cookieHeader: string | undefined): Promise<{ id: string; viewer: Viewer } | null> {
  return null;
}
