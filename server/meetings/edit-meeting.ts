import type { MeetingPlan } from '#app/model/meetings.ts';
import { isConfirmed } from '#app/model/outbox.ts';
import { slugOf } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { formatEdtf } from '#app/model/when.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { findMeeting, type MeetingDetails } from '#db/meetings/read.ts';
import { updateMeeting } from '#db/meetings/write.ts';
import { standsInProgramme } from '#db/programme/read-placement.ts';
import { inTransaction } from '#db/transaction.ts';
import { countTold } from '#server/attendance/count-told.ts';
import { notifyInvitees } from '#server/attendance/notify-invitees.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedMeeting } from './access.ts';
import { holdMeeting } from './hold-meeting.ts';

export type EditedMeeting =
  | { ok: true; changed: readonly string[] }
  /** Somebody saved since the form was filled: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: MeetingDetails }
  | { ok: false; reason: 'cancelled' }
  /** Its hour and its room are those of the programme of its edition, and are changed there (server/programme/place-session.ts). */
  | { ok: false; reason: 'in_programme' }
  /** So many would be told or invited, which is not the number that was confirmed. */
  | { ok: false; reason: 'count_changed'; count: number; what: 'updated' | 'announced' };

/**
 * Writes an organiser's changes. `revision` is the one that the form was filled from. `announce` makes a draft public.
 * Those invited are told, and calendars get a new SEQUENCE, only when the time, the place or the online link changed; when
 * they are many, only if the organiser confirmed their number.
 */
export async function editMeeting(
  services: Services,
  {
    viewer,
    scope,
    revision,
    plan,
    announce,
    confirmed = null,
  }: { viewer: Viewer; scope: OrganisedMeeting; revision: number; plan: MeetingPlan; announce: boolean; confirmed?: number | null },
): Promise<EditedMeeting> {
  const { meetingId } = scope;
  const edited = await inTransaction(services.db, async (trx): Promise<EditedMeeting & { accessMoved?: boolean }> => {
    const locked = await holdMeeting(trx, meetingId);
    if (locked.status === 'cancelled') return { ok: false, reason: 'cancelled' };
    const current = await findMeeting(trx, scope);
    if (locked.revision !== revision) return { ok: false, reason: 'conflict', current };
    const away = changesOf(current, plan).some((field) => PLACED.has(field));
    if (away && (await standsInProgramme(trx, scope))) return { ok: false, reason: 'in_programme' };
    const what = newsOf(current, plan, announce);
    const after = { edtf: formatEdtf(plan.when), timeZone: plan.timeZone };
    const count = what ? await countTold(trx, services, { meetingId, what, after }) : 0;
    if (what && !isConfirmed(count, confirmed)) return { ok: false, reason: 'count_changed', count, what };
    const written = await editWithin(trx, services, { by: viewer.personId, current, plan, announce });
    return { ok: true, ...written };
  });
  if (!edited.ok) return edited;
  if (edited.changed.length === 0) return { ok: true, changed: edited.changed };
  services.live.changed(meetingId, 'meeting');
  if (edited.accessMoved) services.live.accessChanged({ meetingId });
  return { ok: true, changed: edited.changed };
}

/**
 * The same for a meeting that is held (hold-meeting.ts) and read since, inside a transaction that goes on to write; `by`: the
 * organiser. `accessMoved`: others may see it now than before, which open pages are told after the commit.
 */
export async function editWithin(
  trx: Trx,
  services: Services,
  { by, current, plan, announce }: { by: string; current: MeetingDetails; plan: MeetingPlan; announce: boolean },
): Promise<{ changed: readonly string[]; accessMoved: boolean }> {
  const { id, status: before } = current;
  const announced = announce && before === 'draft';
  const changed = [...changesOf(current, plan), ...(announced ? ['status'] : [])];
  if (changed.length === 0) return { changed, accessMoved: false };
  const status = announced ? 'scheduled' : before;
  const moved = before === 'scheduled' && changed.some((field) => MOVES.has(field));
  await updateMeeting(trx, { id, plan, status, moved, now: services.clock.now().toString() });
  if (moved) await notifyInvitees(trx, services, { meetingId: id, by, what: 'updated', before: current });
  if (announced) await notifyInvitees(trx, services, { meetingId: id, by, what: 'announced' });
  await recordAudit(trx, { personId: by, action: 'meeting.edit', subjectType: 'meeting', subjectId: id, detail: { changed } });
  return { changed, accessMoved: announced || changed.includes('visibility') };
}

/** What those on the list learn of it, if anything. */
function newsOf(current: MeetingDetails, plan: MeetingPlan, announce: boolean): 'updated' | 'announced' | null {
  if (current.status === 'draft') return announce ? 'announced' : null;
  return changesOf(current, plan).some((field) => MOVES.has(field)) ? 'updated' : null;
}

/** Changes that move the meeting: whoever has it in a calendar must learn of them. */
const MOVES = new Set(['when', 'timeZone', 'placeName', 'placeAddress', 'onlineUrl']);

/** What the programme of an edition says of a session that stands in it. */
const PLACED = new Set(['when', 'timeZone', 'placeName']);
const TEXTS = ['title', 'kind', 'timeZone', 'placeName', 'placeAddress', 'placeAccess', 'onlineUrl', 'summary', 'visibility'] as const;

/** Names of the fields of a plan that differ from what is stored. */
export function changesOf(current: MeetingDetails, plan: MeetingPlan): string[] {
  const changed: string[] = TEXTS.filter((field) => current[field] !== plan[field]);
  if (current.edtf !== formatEdtf(plan.when)) changed.push('when');
  if (!sameList(current.themes.map(themeKey), plan.themes.map(themeKey))) changed.push('themes');
  if (!sameList(current.countries, plan.countries)) changed.push('countries');
  return changed;
}

/** Themes that differ only by case and accents are one. */
const themeKey = (name: string) => slugOf(name);

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}
