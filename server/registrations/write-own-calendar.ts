import { localeOf } from '#app/locale.ts';
import type { RegistrationScope } from '#app/model/scope.ts';
import { listMeetingsOfRegistration } from '#db/registrations/read-calendar.ts';
import { findRegistration } from '#db/registrations/read-own.ts';
import { eventsOf } from '#server/calendar/feed-events.ts';
import { writeCalendar } from '#server/calendar/write-calendar.ts';
import type { Services } from '#server/services.ts';

/** The sessions in which somebody has a place (RFC 5545), cancelled ones as cancelled; without links of video conferences. */
export async function writeOwnCalendar(services: Services, scope: RegistrationScope): Promise<string> {
  const [{ language }, meetings] = await Promise.all([
    findRegistration(services.db, scope),
    listMeetingsOfRegistration(services.db, scope),
  ]);
  const locale = localeOf(language);
  const events = await eventsOf({ meetings, withdrawn: [] }, { appUrl: services.env.appUrl, locale });
  return writeCalendar({ timeZone: meetings[0]?.timeZone ?? 'Europe/Paris', language: locale, events });
}
