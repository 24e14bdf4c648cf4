import { type DemoScope, mint, type OutboxScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listOrganisedGroupIds } from '#db/groups/access.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** Mails that the viewer looks after: those about one meeting, or all those that did not arrive. */
export type MailsScope = OrganisedMeeting | OutboxScope;

/** Gate of the demo's mailbox; outside the demo it does not exist. */
export function enterMailbox(services: Services): DemoScope {
  return services.env.demo ? mint<DemoScope>({}) : notFound();
}

/** Gate of the mails that did not arrive: of their groups' meetings for organisers, all for those who look after the network. */
export async function lookAfterMails(services: Services, viewer: Viewer | null, path: string): Promise<OutboxScope> {
  if (!viewer) return refuse(viewer, path);
  if (viewer.networkOrganiser) return mint<OutboxScope>({ groupIds: 'all' });
  const groupIds = await listOrganisedGroupIds(services.db, viewer.personId);
  return groupIds.length > 0 ? mint<OutboxScope>({ groupIds }) : notFound();
}

/** Gate of the samples of every mail: for organisers, and in the demo for everybody. */
export async function enterPreviews(services: Services, viewer: Viewer | null, path: string): Promise<void> {
  if (!services.env.demo) await lookAfterMails(services, viewer, path);
}
