import { isPast, whenOfDate } from '#app/model/date-polls.ts';
import type { MeetingPlan } from '#app/model/meetings.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { insertAttendances } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { listInvited, nameGuest } from '#db/date-polls/voters.ts';
import { findMeetingSlug, type LockedPoll, settleRow } from '#db/date-polls/write.ts';
import { listAllDates } from '#db/date-polls/write-dates.ts';
import { readGroup } from '#db/groups/read.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueInvitations } from '#server/attendance/queue-invitations.ts';
import { findOrCreateOrganisation } from '#server/directory/find-or-create-organisation.ts';
import { findOrCreatePerson } from '#server/directory/find-or-create-person.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import { planWithin } from '#server/meetings/plan-meeting.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedPoll } from './access.ts';
import { holdPoll } from './hold-poll.ts';

export type SettledPoll =
  /** `written`: invitations that leave now. */
  | { ok: true; slug: string; written: number }
  /** Somebody (or the same click) chose before: that meeting is the only one. Null: it was discarded since. */
  | { ok: false; reason: 'already'; slug: string | null }
  | { ok: false; reason: 'withdrawn' | 'unknown_date' | 'past' };

/**
 * « Retenir »: the chosen date becomes the group's meeting, everybody who was asked is on its list, and their invitations
 * leave, all in one transaction. The invitation is the news, so nobody gets a mail about the poll besides. Nobody's answer is
 * written for them, not even of those who said yes: a yes in a poll said « I could », among several dates and perhaps weeks
 * ago, and not whether they come in person or remotely; and those who said no may still send somebody in their place.
 */
export async function settlePoll(
  services: Services,
  { viewer, scope, group, optionId }: { viewer: Viewer; scope: OrganisedPoll; group: OrganisedGroup; optionId: string },
): Promise<SettledPoll> {
  const { pollId } = scope;
  if (group.groupId !== scope.groupId) throw new Error('A poll was to be settled for another group.');
  return inTransaction<SettledPoll>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state === 'withdrawn') return { ok: false, reason: 'withdrawn' };
    if (poll.state === 'settled')
      return { ok: false, reason: 'already', slug: poll.meetingId && (await findMeetingSlug(trx, poll.meetingId)) };
    const date = (await listAllDates(trx, pollId)).find((option) => option.id === optionId);
    if (date?.state !== 'offered') return { ok: false, reason: 'unknown_date' };
    const now = services.clock.now();
    if (isPast(date, poll.timeZone, now)) return { ok: false, reason: 'past' };
    const { visibility } = await readGroup(trx, group);
    const plan: MeetingPlan = {
      ...{ title: poll.title, kind: 'group_meeting', when: whenOfDate(date, poll.durationMinutes, poll.timeZone), timeZone: poll.timeZone },
      ...{ placeName: poll.placeName, placeAddress: poll.placeAddress, placeAccess: '', onlineUrl: poll.onlineUrl },
      ...{ summary: '', visibility, themes: [], countries: [] },
    };
    // the poll's id is the meeting's: whatever happened to the lock, a second meeting of this poll cannot be inserted
    const meetingId = pollId;
    const { slug } = await planWithin(trx, { viewer, scope: group, id: meetingId, plan, announce: true, now: now.toString() });
    const personIds = await findAttendees(trx, poll);
    await insertAttendances(trx, { meetingId, personIds, roles: ['participant'], now: now.toString() });
    const written = await queueInvitations(trx, services, { meetingId, sequence: 0, by: viewer.personId });
    if (!(await settleRow(trx, { id: pollId, optionId, meetingId, now: now.toString() })))
      throw new Error('A poll that was held was settled twice.');
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.settle', subjectType: 'date_poll', subjectId: pollId },
      detail: { optionId, meetingId, attendees: personIds.length, written },
    });
    return { ok: true, slug, written };
  });
}

/** The directory's people behind the voters: guests who voted come into it now, when an organiser takes their answer up. */
async function findAttendees(trx: Trx, { id: pollId, groupId }: LockedPoll): Promise<string[]> {
  const personIds = new Set<string>();
  for (const voter of await listInvited(trx, pollId)) {
    if (voter.personId) {
      personIds.add(voter.personId);
      continue;
    }
    const { givenName, familyName, email, language, organisationName } = voter;
    const organisationId = organisationName ? (await findOrCreateOrganisation(trx, { name: organisationName })).id : null;
    const wish = { givenName, familyName, email, language, function: '', organisationId };
    const { id: personId } = await findOrCreatePerson(trx, wish, groupId);
    await nameGuest(trx, { pollId, voterId: voter.id, personId });
    personIds.add(personId);
  }
  return [...personIds];
}
