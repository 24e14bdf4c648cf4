import { type InboxScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { notFound, refuse } from '#server/refusals.ts';

/** Gate of the mails that came in: they may be private, and are for those who look after the network. */
export function openInbox(viewer: Viewer | null, path: string): InboxScope {
  if (!viewer) return refuse(viewer, path);
  return viewer.networkOrganiser ? mint<InboxScope>({}) : notFound();
}
