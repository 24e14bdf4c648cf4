import { GROUP_LIMITS } from '#app/model/groups.ts';
import { slugOf } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findPlace, findSlug } from '#db/groups/members.ts';
import { type GroupDetails, insertGroup, insertMemberships } from '#db/groups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Addresses under /groups/ that are pages of the product. */
const RESERVED = new Set(['new']);

/**
 * Opens a group with its creator (who passed the gate openNewGroup) as first organiser; the answer is its address.
 * `id` comes with the form: the same form sent twice opens one group.
 */
export async function createGroup(
  services: Services,
  { viewer, id, details }: { viewer: Viewer; id: string; details: GroupDetails },
): Promise<{ slug: string }> {
  return inTransaction(services.db, async (trx) => {
    for (const slug of addressesFor(details.name)) {
      if (await insertGroup(trx, { ...details, id, slug })) {
        await insertMemberships(trx, id, 'organiser', [viewer.personId]);
        await recordAudit(trx, { personId: viewer.personId, action: 'group.create', subjectType: 'group', subjectId: id });
        return { slug };
      }
      const sent = await findSlug(trx, id);
      if (sent !== null && (await findPlace(trx, id, viewer.personId))?.role === 'organiser') return { slug: sent };
      if (sent !== null) throw new Error('A form brought the id of a group that its sender does not organise.');
    }
    throw new Error(`No free address was found for the group ${JSON.stringify(details.name)}.`);
  });
}

/** 'amerique-latine', then 'amerique-latine-2'…; a name without Latin letters gets 'group-…'. */
function* addressesFor(name: string): Generator<string> {
  const base = slugOf(name, GROUP_LIMITS.slug - 4) || 'group';
  if (!RESERVED.has(base)) yield base;
  for (let number = 2; number < 100; number++) yield `${base}-${number}`;
}
