import { type DemoScope, mint, type OutboxScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** Mails that the viewer looks after: those about a meeting that they organise, or those of the whole network that did not arrive. */
export type MailsScope = OrganisedMeeting | OutboxScope;

/** Gate of the demo's mailbox; outside the demo it does not exist. */
export function enterMailbox(services: Services): DemoScope {
  return services.env.demo ? mint<DemoScope>({}) : notFound();
}

/** Gate of the mails that did not arrive: for those who look after the network. */
export function lookAfterMails(viewer: Viewer | null, path: string): OutboxScope {
  if (!viewer) return refuse(viewer, path);
  return viewer.networkOrganiser ? mint<OutboxScope>({ personId: viewer.personId }) : notFound();
}

/** Gate of the samples of every mail: for those who look after the network, and in the demo for everybody. */
export function enterPreviews(services: Services, viewer: Viewer | null, path: string): void {
  if (!services.env.demo) lookAfterMails(viewer, path);
}
