import { ATTENDANCE_LIMITS, isOver } from '#app/model/attendance.ts';
import type { SeriesInvite, SeriesPlan } from '#app/model/series.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { formatEdtf } from '#app/model/when.ts';
import { findMissingMembers, insertAttendances } from '#db/attendance/write.ts';
import type { Trx } from '#db/client.ts';
import { insertStandingPoints, putInSeries } from '#db/series/write.ts';
import { queueInvitations } from '#server/attendance/queue-invitations.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import { derivedId } from '#server/imports/derived-id.ts';
import { planWithin } from '#server/meetings/plan-meeting.ts';
import type { Services } from '#server/services.ts';
import { type DateRow, edtfOf, ruleEdtf } from './date-rows.ts';

export interface MeetingsToAdd {
  viewer: Viewer;
  scope: Pick<OrganisedGroup, 'groupId' | 'can'>;
  seriesId: string;
  plan: SeriesPlan;
  rows: readonly DateRow[];
  announce: boolean;
  invite: { whom: SeriesInvite; expected: number };
  /** ISO instant. */
  now: string;
  /** Tells meetings of one day of the rule apart that a series makes at different times. */
  round?: string;
}

/** Makes the meetings of these dates, with their standing points and invitations; `invited` mails leave now. */
export async function addMeetings(
  trx: Trx,
  services: Services,
  request: MeetingsToAdd,
): Promise<{ ok: true; invited: number } | { ok: false; count: number }> {
  const { viewer, scope, seriesId, plan, announce, now, round = '' } = request;
  const { template, recurrence, agenda } = plan;
  const { timeZone } = recurrence;
  const invitesTo = daysToInvite(request);
  let invited = 0;
  for (const row of request.rows) {
    const id = derivedId(seriesId, `${row.on}${round}`);
    const when = { kind: 'time', start: row.start, end: row.end, toConfirm: false } as const;
    await planWithin(trx, { viewer, scope, id, plan: { ...template, timeZone, when }, announce, now });
    await putInSeries(trx, { meetingId: id, seriesId, on: row.on, edtf: ruleEdtf(recurrence, row.on) ?? formatEdtf(when) });
    await insertStandingPoints(trx, id, agenda);
    if (!invitesTo.has(row.on)) continue;
    const personIds = await findMissingMembers(trx, { meetingId: id, groupId: scope.groupId });
    if (personIds.length !== request.invite.expected || personIds.length > ATTENDANCE_LIMITS.attendees)
      return { ok: false, count: personIds.length };
    await insertAttendances(trx, { meetingId: id, personIds, roles: ['participant'], now });
    const tells = announce && !isOver({ edtf: edtfOf(row), timeZone }, services.clock.now());
    if (tells) invited += await queueInvitations(trx, services, { meetingId: id, sequence: 0, by: viewer.personId });
  }
  return { ok: true, invited };
}

/** The days whose meetings get the group's members on their list; nobody is invited to what is over. */
export function daysToInvite({ rows, plan, invite, now }: Pick<MeetingsToAdd, 'rows' | 'plan' | 'invite' | 'now'>): Set<string> {
  const { timeZone } = plan.recurrence;
  const toCome = rows.filter((row) => !row.missing && !isOver({ edtf: edtfOf(row), timeZone }, Temporal.Instant.from(now)));
  if (invite.whom === 'none') return new Set();
  const first = [...toCome].sort((one, other) => (one.start < other.start ? -1 : 1))[0];
  return new Set(invite.whom === 'all' ? toCome.map(({ on }) => on) : first ? [first.on] : []);
}
