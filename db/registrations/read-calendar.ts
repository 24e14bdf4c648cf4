import type { CalendarMeeting } from '#app/model/calendar.ts';
import { REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import type { RegistrationScope } from '#app/model/scope.ts';
import { calendarRows, readRows } from '#db/calendar/rows.ts';
import type { Database } from '#db/client.ts';

/** The sessions in which somebody has a place, as calendars of visitors show them. */
export async function listMeetingsOfRegistration(db: Database, { registrationId }: RegistrationScope): Promise<CalendarMeeting[]> {
  return readRows(
    (trx) =>
      calendarRows(trx, null)
        .where('meetings.status', '!=', 'draft')
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('sessionRegistrations')
              .select('sessionRegistrations.registrationId')
              .whereRef('sessionRegistrations.meetingId', '=', 'meetings.id')
              .where('sessionRegistrations.registrationId', '=', registrationId)
              .where('sessionRegistrations.state', '=', 'registered'),
          ),
        ),
    db,
    REGISTRATION_LIMITS.sessions,
  );
}
