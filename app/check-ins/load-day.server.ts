import { countArrivals, countEntrance, countRooms } from '#db/check-ins/read-counts.ts';
import { listChecksToDecide, listDoors } from '#db/check-ins/read-doors.ts';
import type { EditionDetails } from '#db/programme/read.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** All that the page of the day shows; on a day of the edition: the one that is asked for, else today, else the nearest. */
export async function loadDay(services: Services, scope: OrganisedEdition, edition: EditionDetails, asked: string | null) {
  const { startsOn, endsOn, timeZone } = edition;
  const days = daysBetween(startsOn, endsOn);
  const today = services.clock.now().toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const day = days.find((each) => each === asked) ?? (today < startsOn ? startsOn : today > endsOn ? endsOn : today);
  const [rooms, entrance, arrivals, doors, toDecide] = await Promise.all([
    countRooms(services.db, scope),
    countEntrance(services.db, scope, { day }),
    countArrivals(services.db, scope, { day }),
    listDoors(services.db, scope),
    listChecksToDecide(services.db, scope),
  ]);
  return { days, day, rooms, entrance, arrivals, doors, toDecide, now: services.clock.now().toString() };
}

function daysBetween(from: string, to: string): string[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  return Array.from({ length: first.until(last).days + 1 }, (_, index) => first.add({ days: index }).toString()).slice(0, 31);
}
