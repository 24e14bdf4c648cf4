import { AGENDA_LIMITS, reorder, sumOf } from '#app/model/agenda.ts';
import type { Heading } from '#app/model/headings.ts';
import { RAPPORTEUR_LIMITS } from '#app/model/rapporteurs.ts';
import { nameKey } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { listHeadings } from '#db/rapporteurs/read-headings.ts';
import { deleteHeading, insertHeading, updateHeading, writeHeadingOrder } from '#db/rapporteurs/write-headings.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { holdEdition } from '#server/programme/hold-edition.ts';
import type { Services } from '#server/services.ts';

interface HeadingChange {
  viewer: Viewer;
  edition: OrganisedEdition;
}

export type HeadingSaved = { ok: true } | { ok: false; reason: 'same_title' | 'too_many' | 'too_long' | 'gone' };

/** Adds a heading at the end, or changes the one with this id. Sessions follow when the template is applied. */
export async function saveHeading(services: Services, { heading, ...change }: HeadingChange & { heading: Heading }): Promise<HeadingSaved> {
  return within(services, change, 'save', async (trx, headings) => {
    const { editionId } = change.edition;
    const others = headings.filter(({ id }) => id !== heading.id);
    if (others.some(({ title }) => nameKey(title) === nameKey(heading.title))) return { ok: false, reason: 'same_title' };
    if (sumOf(others) + heading.durationMinutes > AGENDA_LIMITS.minutes) return { ok: false, reason: 'too_long' };
    if (others.length < headings.length)
      return (await updateHeading(trx, editionId, heading)) ? { ok: true } : { ok: false, reason: 'gone' };
    if (headings.length >= RAPPORTEUR_LIMITS.headings) return { ok: false, reason: 'too_many' };
    const added = await insertHeading(trx, editionId, { ...heading, position: headings.length + 1 });
    return added ? { ok: true } : { ok: false, reason: 'gone' };
  });
}

/** Takes a heading out of the template; the points that sessions have of it stay theirs. */
export async function removeHeading(services: Services, { id, ...change }: HeadingChange & { id: string }): Promise<HeadingSaved> {
  return within(services, change, 'remove', async (trx, headings) => {
    await deleteHeading(trx, change.edition.editionId, id);
    await writeHeadingOrder(
      trx,
      change.edition.editionId,
      headings.filter((heading) => heading.id !== id).map((heading) => heading.id),
    );
    return { ok: true };
  });
}

/** One step up or down. */
export async function moveHeading(
  services: Services,
  { id, to, ...change }: HeadingChange & { id: string; to: 'up' | 'down' },
): Promise<HeadingSaved> {
  return within(services, change, 'move', async (trx, headings) => {
    const ids = headings.map((heading) => heading.id);
    const at = ids.indexOf(id);
    const order = reorder(ids, id, ids[to === 'up' ? Math.max(at - 1, 0) : at + 2] ?? null);
    if (!order) return { ok: false, reason: 'gone' };
    await writeHeadingOrder(trx, change.edition.editionId, order);
    return { ok: true };
  });
}

/** One change at a time an edition, written down. */
function within(
  services: Services,
  { viewer, edition: { editionId } }: HeadingChange,
  action: 'save' | 'remove' | 'move',
  work: (trx: Trx, headings: Heading[]) => Promise<HeadingSaved>,
): Promise<HeadingSaved> {
  return inTransaction(services.db, async (trx) => {
    await holdEdition(trx, editionId);
    const done = await work(trx, await listHeadings(trx, { editionId }));
    if (done.ok)
      await recordAudit(trx, { personId: viewer.personId, action: `headings.${action}`, subjectType: 'edition', subjectId: editionId });
    return done;
  });
}
