import type { EditionPlan } from '#app/model/programme.ts';
import { slugOf } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { findEditionSent, insertEdition } from '#db/programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

/** Addresses under /editions/ that are pages of the product. */
const RESERVED = new Set(['new']);

/**
 * Opens an edition of a group, with nothing in it; the answer is its address. `id` comes with the form: the same form sent
 * twice opens one edition.
 */
export async function createEdition(
  services: Services,
  edition: { viewer: Viewer; scope: OrganisedGroup; id: string; plan: EditionPlan },
): Promise<{ slug: string }> {
  const now = services.clock.now().toString();
  return inTransaction(services.db, (trx) => createWithin(trx, { ...edition, groupId: edition.scope.groupId, now }));
}

/** The same inside a transaction that goes on to write; `sentBefore`: the same form had opened it already. `now` is an ISO instant. */
export async function createWithin(
  trx: Trx,
  { viewer, groupId, id, plan, now }: { viewer: Viewer; groupId: string; id: string; plan: EditionPlan; now: string },
): Promise<{ slug: string; sentBefore: boolean }> {
  for (const slug of addressesFor(plan.name)) {
    if (await insertEdition(trx, { ...plan, id, slug, groupId, createdAt: now })) {
      await recordAudit(trx, { personId: viewer.personId, action: 'edition.create', subjectType: 'edition', subjectId: id });
      return { slug, sentBefore: false };
    }
    const sent = await findEditionSent(trx, id);
    if (sent?.groupId === groupId) return { slug: sent.slug, sentBefore: true };
    if (sent) throw new Error('A form brought the id of an edition of another group.');
  }
  throw new Error(`No free address was found for the edition ${JSON.stringify(plan.name)}.`);
}

/** 'raict-2023', then 'raict-2023-2'…; a name without Latin letters gives 'edition'. */
function* addressesFor(name: string): Generator<string> {
  const base = slugOf(name, 70) || 'edition';
  if (!RESERVED.has(base)) yield base;
  for (let number = 2; number < 100; number++) yield `${base}-${number}`;
}
