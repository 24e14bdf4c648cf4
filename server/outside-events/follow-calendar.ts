import { OUTSIDE_CALENDAR_LIMITS } from '#app/model/outside-calendars.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import {
  countOutsideCalendars,
  deleteOutsideCalendar,
  insertOutsideCalendar,
  makeCalendarDue,
  renameOutsideCalendar,
} from '#db/outside-events/write-calendars.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { Organised } from './access.ts';
import { type CalendarReading, refreshCalendar } from './refresh-calendar.ts';

export type FollowedResult = { ok: true } | { ok: false; reason: 'too-many' | 'known' };

/**
 * Follows somebody else's calendar, and reads it at once; `url` as parseCalendarAddress gives it. known: this group follows it
 * already. Whether it could be read is in its state: an address that is out of order today may work tomorrow.
 */
export async function followCalendar(
  services: Services,
  { scope: { groupId }, viewer }: Organised,
  { id, name, url }: { id: string; name: string; url: string },
  reading?: CalendarReading,
): Promise<FollowedResult> {
  const now = services.clock.now().toString();
  const followed = await inTransaction(services.db, async (trx): Promise<FollowedResult> => {
    if ((await countOutsideCalendars(trx, groupId)) >= OUTSIDE_CALENDAR_LIMITS.calendarsOfAGroup) return { ok: false, reason: 'too-many' };
    if (!(await insertOutsideCalendar(trx, { id, groupId, name, url, createdBy: viewer.personId, now })))
      return { ok: false, reason: 'known' };
    await note(trx, viewer.personId, 'follow', id);
    return { ok: true };
  });
  if (followed.ok) await refreshCalendar(services, id, reading);
  return followed;
}

export async function renameCalendar(
  services: Services,
  { scope: { groupId }, viewer }: Organised,
  { id, name }: { id: string; name: string },
): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    if (await renameOutsideCalendar(trx, { id, groupId, name })) await note(trx, viewer.personId, 'rename', id);
  });
}

/** Its events go with it. */
export async function unfollowCalendar(services: Services, { scope: { groupId }, viewer }: Organised, id: string): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    if (await deleteOutsideCalendar(trx, { id, groupId })) await note(trx, viewer.personId, 'unfollow', id);
  });
}

/** Reads a calendar now, also one that was given up. */
export async function retryCalendar(
  services: Services,
  { scope: { groupId }, viewer }: Organised,
  id: string,
  reading?: CalendarReading,
): Promise<void> {
  const now = services.clock.now().toString();
  const due = await inTransaction(services.db, async (trx) => {
    const made = await makeCalendarDue(trx, { id, groupId, now });
    if (made) await note(trx, viewer.personId, 'retry', id);
    return made;
  });
  if (due) await refreshCalendar(services, id, reading);
}

/** Never the address: it may be a secret. */
const note = (trx: Trx, personId: string, verb: string, subjectId: string) =>
  recordAudit(trx, { personId, action: `outside-calendar.${verb}`, subjectType: 'outside_calendar', subjectId });
