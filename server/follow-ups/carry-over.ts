import { AGENDA_LIMITS, sumOf } from '#app/model/agenda.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listAgenda, listPresenterChoices } from '#db/agenda/read.ts';
import { touchMeeting, writeOrder } from '#db/agenda/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type CarriedPoint, insertCarried, listHeldPoints } from '#db/follow-ups/carry-over.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { inTransaction } from '#db/transaction.ts';
import { findMeetingScope, type OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { Services } from '#server/services.ts';
import { actionsPoint, idOfActionsPoint } from './actions-point.ts';

export type CarriedOver =
  /** How many points are new on the agenda; what was there already stays as it is. */
  | { ok: true; added: number; slug: string }
  /** No meeting of the same group, or not one that the viewer organises. */
  | { ok: false; reason: 'unknown_target' }
  | { ok: false; reason: 'cancelled' | 'too_long' | 'too_many' | 'nothing' };

export interface CarryOver {
  viewer: Viewer;
  /** The meeting whose points go on. */
  scope: OrganisedMeeting;
  targetId: string;
  /** Points of that meeting; others are ignored. */
  itemIds: readonly string[];
  /** Whether a point for the group's open actions goes with them. */
  actions: boolean;
}

/**
 * Puts points of one meeting on the agenda of a later one: in their order and with their lengths, before its conclusion, each
 * saying where it comes from; the open actions as one point after its opening. Nothing is ever there twice, whoever clicks.
 */
export async function carryOver(services: Services, { viewer, scope, targetId, itemIds, actions }: CarryOver): Promise<CarriedOver> {
  const target = await findMeetingScope(services, viewer, { id: targetId });
  if (!target?.can.organise || target.groupId !== scope.groupId || target.meetingId === scope.meetingId)
    return { ok: false, reason: 'unknown_target' };
  const { slug } = await findMeeting(services.db, target);
  const now = services.clock.now().toString();
  const carried = await inTransaction<CarriedOver>(services.db, async (trx) => {
    const { status } = await holdMeeting(trx, targetId);
    if (status === 'cancelled') return { ok: false, reason: 'cancelled' };
    const source = (await listAgenda(trx, scope)).filter(({ id }) => itemIds.includes(id));
    const follow = actions ? await actionsPoint(trx, scope, idOfActionsPoint(targetId)) : null;
    if (source.length === 0 && !follow) return { ok: false, reason: 'nothing' };
    const before = await listHeldPoints(trx, targetId);
    const here = new Set(before.flatMap(({ id, carriedFrom }) => (carriedFrom ? [id, carriedFrom] : [id])));
    const wanted = source.filter(({ id }) => !here.has(id));
    const first = follow && !here.has(follow.id) ? follow : null;
    const added = [...(first ? [first] : []), ...wanted];
    if (before.length + added.length > AGENDA_LIMITS.items) return { ok: false, reason: 'too_many' };
    if (sumOf(before) + sumOf(added) > AGENDA_LIMITS.minutes) return { ok: false, reason: 'too_long' };
    if (added.length === 0) return { ok: true, added: 0, slug };
    const may = new Set((await listPresenterChoices(trx, target as OrganisedMeeting)).map(({ personId }) => personId));
    let position = before.length;
    const insert = (point: CarriedPoint, presenterIds: string[]) =>
      insertCarried(trx, { point, meetingId: targetId, position: ++position, presenterIds: presenterIds.filter((id) => may.has(id)) });
    const followId = first && (await insert(first, []));
    const ids: string[] = [];
    for (const { id, title, kind, durationMinutes, summary, presenters } of wanted) {
      const presenterIds = presenters.map(({ personId }) => personId);
      ids.push(await insert({ id: null, carriedFrom: id, title, kind, durationMinutes, summary }, presenterIds));
    }
    await writeOrder(trx, targetId, orderOf(before, followId, ids));
    await finish(trx, { viewer, scope, targetId, now, added: added.length });
    return { ok: true, added: added.length, slug };
  });
  if (carried.ok && carried.added > 0) services.live.changed(targetId, 'agenda');
  return carried;
}

async function finish(
  trx: Trx,
  { viewer, scope, targetId, now, added }: Pick<CarryOver, 'viewer' | 'scope' | 'targetId'> & { now: string; added: number },
): Promise<void> {
  await touchMeeting(trx, targetId, now);
  await recordAudit(trx, {
    ...{ personId: viewer.personId, action: 'agenda.carry_over', subjectType: 'meeting', subjectId: targetId },
    detail: { from: scope.meetingId, added },
  });
}

/** The actions after what opens the meeting, the points before what concludes it. */
function orderOf(before: readonly { id: string; kind: string }[], followId: string | null, ids: readonly string[]): string[] {
  const opens = before.findIndex(({ kind }) => kind !== 'opening');
  const opening = before.slice(0, opens === -1 ? before.length : opens);
  const rest = before.slice(opening.length);
  const last = rest.findLastIndex(({ kind }) => kind !== 'conclusion');
  const [middle, conclusion] = [rest.slice(0, last + 1), rest.slice(last + 1)];
  const idsOf = (points: typeof before) => points.map(({ id }) => id);
  return [...idsOf(opening), ...(followId ? [followId] : []), ...idsOf(middle), ...ids, ...idsOf(conclusion)];
}
