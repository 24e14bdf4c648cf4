import { mint, type SelfScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { refuse } from '#server/refusals.ts';

/** Gate of what is one's own (account, sessions, feeds): a visitor is asked to sign in and comes back to `path`. */
export function enterSelf(viewer: Viewer | null, path: string): SelfScope & { viewer: Viewer } {
  if (!viewer) return refuse(viewer, path);
  return { ...mint<SelfScope>({ personId: viewer.personId }), viewer };
}
