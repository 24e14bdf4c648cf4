import { type DemoScope, mint } from '#app/model/scope.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

/** Gate of the demo's mailbox; outside the demo it does not exist. */
export function enterMailbox(services: Services): DemoScope {
  return services.env.demo ? mint<DemoScope>({}) : notFound();
}
