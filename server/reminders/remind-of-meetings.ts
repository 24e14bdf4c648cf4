import { fullNameOf } from '#app/model/attendance.ts';
import { REMINDER_LEADS } from '#app/model/mail-preferences.ts';
import { FARTHEST, reminderAt } from '#app/model/reminders.ts';
import { whenOf } from '#app/model/when.ts';
import { listMeetingsAhead, listReaderZones } from '#db/reminders/read.ts';
import { type DueReminder, takeReminded } from '#db/reminders/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMails } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

/** Meetings of nine days; a network of a hundred groups has some 50. */
const MOST = 2000;

/** Instants: what fell due after `after` and not after `now` is owed. */
export interface Span {
  after: Temporal.Instant;
  now: Temporal.Instant;
}

/**
 * Queues the reminders of meetings that fell due. They are computed each time from the meetings as they stand: nothing has
 * to be rescheduled when one moves, a reader changes their clock, or a law changes everybody's. Of several that a pause of
 * the server left owing to somebody, the last one is sent; none once the meeting has begun.
 */
export async function remindOfMeetings(services: Services, { after, now }: Span): Promise<void> {
  const meetings = await listMeetingsAhead(services.db, { after: now.toString(), before: now.add(FARTHEST).toString(), limit: MOST });
  if (meetings.length === 0) return;
  const zones = Map.groupBy(
    await listReaderZones(
      services.db,
      meetings.map(({ id }) => id),
    ),
    ({ meetingId }) => meetingId,
  );
  for (const { id: meetingId, edtf, startsAt, leads: meetingLeads } of meetings) {
    const meeting = { when: whenOf(edtf), startsAt };
    // nearest to the meeting first: it stands for the earlier ones
    for (const { timeZone } of zones.get(meetingId) ?? [])
      for (const lead of REMINDER_LEADS.toReversed()) {
        const due = reminderAt(lead, meeting, timeZone);
        if (due && isWithin(due, { after, now }))
          await remind(services, { meetingId, startsAt, timeZone, lead, dueAt: due.toString(), meetingLeads }, now);
      }
  }
}

async function remind(services: Services, due: DueReminder, now: Temporal.Instant): Promise<void> {
  const { startsAt, lead } = due;
  await inTransaction(services.db, async (trx) => {
    const people = await takeReminded(trx, due, now.toString());
    const mails = people.map((person) => ({
      ...{ template: 'meeting-reminder' as const, payload: { attendanceId: person.attendanceId, startsAt, lead } },
      ...{ personId: person.personId, to: { address: person.email, name: fullNameOf(person) }, language: person.language },
      dedupeKey: `meeting-reminder:${person.attendanceId}:${startsAt}:${lead}`,
    }));
    await queueMails(trx, services, mails);
  });
}

function isWithin(instant: Temporal.Instant, { after, now }: Span): boolean {
  return Temporal.Instant.compare(instant, after) > 0 && Temporal.Instant.compare(instant, now) <= 0;
}
