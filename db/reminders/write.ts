import { sql } from 'kysely';
import type { Language } from '#app/model/language.ts';
import type { ReminderLead } from '#app/model/mail-preferences.ts';
import type { Database, Trx } from '#db/client.ts';
import { MAY_COME } from './read.ts';

/** One reminder of one meeting to all who await it on one clock. */
export interface DueReminder {
  meetingId: string;
  startsAt: string;
  timeZone: string;
  lead: ReminderLead;
  /** Instant at which it fell due. */
  dueAt: string;
  /** What the meeting's organisers chose; null: nothing. */
  meetingLeads: ReminderLead[] | null;
}

export interface Reminded {
  attendanceId: string;
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
}

/**
 * Writes down who is reminded now, and gives those who were not before: the key of the table decides when several nodes
 * are at it. Whoever was reminded since this one fell due (the server was away, or the meeting moved) gets no second mail.
 */
export async function takeReminded(trx: Trx, due: DueReminder, now: string): Promise<Reminded[]> {
  const { meetingId, startsAt, timeZone, lead, dueAt, meetingLeads } = due;
  const own = sql<ReminderLead[]>`coalesce(mail_readers.reminder_leads, ${meetingLeads ? '{}' : '{day}'}::text[])`;
  const { rows } = await sql<Reminded>`
    with taken as (
      insert into reminders (attendance_id, starts_at, lead, queued_at)
      select attendances.id, ${startsAt}, ${lead}, ${now}
      from attendances
      join people on people.id = attendances.person_id
      left join mail_readers on mail_readers.person_id = people.id
      where attendances.meeting_id = ${meetingId}
        and attendances.answer = any(${sql.val([...MAY_COME])}::text[])
        and (attendances.invited_at is not null or attendances.answer <> 'none')
        and people.time_zone = ${timeZone} and people.email is not null
        and ${lead} = any(${sql.val(meetingLeads ?? [])}::text[] || ${own})
        and not exists (
          select from reminders as since where since.attendance_id = attendances.id and since.queued_at >= ${dueAt})
      on conflict do nothing
      returning attendance_id)
    select attendances.id as attendance_id, people.id as person_id, attendances.given_name, attendances.family_name,
      people.email, people.language
    from taken
    join attendances on attendances.id = taken.attendance_id
    join people on people.id = attendances.person_id
    order by attendances.id`.execute(trx);
  return rows;
}

/** Everything that fell due until then was looked after. It never goes back, unless it was set by a clock that was far ahead. */
export async function advanceClock(trx: Trx, { to, latest }: { to: string; latest: string }): Promise<void> {
  await sql`
    insert into reminder_clock (up_to) values (${to})
    on conflict (one) do update set up_to = excluded.up_to
    where reminder_clock.up_to < excluded.up_to or reminder_clock.up_to > ${latest}`.execute(trx);
}

/** What organisers choose for one meeting; null: each reader's own choice again. */
export async function putMeetingLeads(
  trx: Trx,
  { meetingId, leads, now }: { meetingId: string; leads: ReminderLead[] | null; now: string },
): Promise<void> {
  if (leads === null) return void (await trx.deleteFrom('meetingReminders').where('meetingId', '=', meetingId).execute());
  await trx
    .insertInto('meetingReminders')
    .values({ meetingId, leads, changedAt: now })
    .onConflict((conflict) => conflict.column('meetingId').doUpdateSet({ leads, changedAt: now }))
    .execute();
}

/** Forgets reminders of meetings that began before `before`. */
export async function sweepReminders(db: Database, before: string): Promise<void> {
  await db.deleteFrom('reminders').where('startsAt', '<', before).execute();
}
