import type { MeetingPlan } from '#app/model/meetings.ts';
import { slugOf } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { firstDay } from '#app/model/when.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { findPlanned, insertMeeting } from '#db/meetings/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

/** Addresses under /meetings/ that are pages of the product. */
const RESERVED = new Set(['new']);
const SLUG_LENGTH = 110;

/**
 * Plans a meeting of a group; the answer is its address. `announce`: seen at once by whoever may see it, else a draft for
 * organisers. `id` comes with the form: the same form sent twice plans one meeting.
 */
export async function planMeeting(
  services: Services,
  meeting: { viewer: Viewer; scope: OrganisedGroup; id: string; plan: MeetingPlan; announce: boolean },
): Promise<{ slug: string }> {
  const now = services.clock.now().toString();
  return inTransaction(services.db, (trx) => planWithin(trx, { ...meeting, now }));
}

/** The same inside a transaction that goes on to write. `now` is an ISO instant. */
export async function planWithin(
  trx: Trx,
  {
    viewer,
    scope,
    id,
    plan,
    announce,
    now,
  }: {
    viewer: Viewer;
    scope: Pick<OrganisedGroup, 'groupId' | 'can'>;
    id: string;
    plan: MeetingPlan;
    announce: boolean;
    now: string;
  },
): Promise<{ slug: string }> {
  const { groupId } = scope;
  for (const slug of addressesFor(plan)) {
    const status = announce ? ('scheduled' as const) : ('draft' as const);
    if (await insertMeeting(trx, { id, slug, groupId, status, createdBy: viewer.personId, now, plan })) {
      await recordAudit(trx, {
        personId: viewer.personId,
        action: 'meeting.plan',
        subjectType: 'meeting',
        subjectId: id,
        detail: { status },
      });
      return { slug };
    }
    const sent = await findPlanned(trx, id);
    if (sent?.groupId === groupId) return { slug: sent.slug };
    if (sent) throw new Error('A form brought the id of a meeting of another group.');
  }
  throw new Error(`No free address was found for the meeting ${JSON.stringify(plan.title)}.`);
}

/** '2022-06-20-point-amerique-latine', then the same with '-2'…; a title without Latin letters gives '2022-06-20-meeting'. */
function* addressesFor({ title, when }: MeetingPlan): Generator<string> {
  const base = [firstDay(when), slugOf(title, SLUG_LENGTH - 15) || 'meeting'].filter(Boolean).join('-');
  if (!RESERVED.has(base)) yield base;
  for (let number = 2; number < 1000; number++) yield `${base}-${number}`;
}
