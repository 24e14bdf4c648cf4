import { getLocale } from '#app/locale.ts';
import { formatDay, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { type Openness, roomOf } from '#app/model/registrations.ts';
import type { EditionScope } from '#app/model/scope.ts';
import { whenOf } from '#app/model/when.ts';
import { findEdition } from '#db/programme/read.ts';
import { countRegistered } from '#db/registrations/read-counts.ts';
import { listPlacesOfSessions } from '#db/registrations/read-places.ts';
import { findSettings, listQuestions } from '#db/registrations/read-settings.ts';
import { opennessNow } from '#server/registrations/register.ts';
import type { Services } from '#server/services.ts';

/** What somebody who registers is asked and offered. Numbers of people stay on the server. */
export async function loadOffer(services: Services, scope: EditionScope) {
  const { db } = services;
  const [edition, settings, questions, counts, places] = await Promise.all([
    findEdition(db, scope),
    findSettings(db, scope),
    listQuestions(db, scope),
    countRegistered(db, scope),
    listPlacesOfSessions(db, scope),
  ]);
  const openness: Openness = opennessNow(services, { ...edition, ...settings });
  const locale = getLocale();
  const { opensOn, closesOn, capacity, categories, information, takesSessions } = settings;
  const queue = (registered: number, waiting: number, of: number | null) => (waiting > 0 && of !== null ? 'full' : roomOf(registered, of));
  return {
    edition,
    openness,
    opens: opensOn && formatDay(opensOn, locale, { weekday: true }),
    closes: closesOn && formatDay(closesOn, locale, { weekday: true }),
    ...{ capacity, categories, information, questions },
    room: queue(counts.edition, counts.waiting, capacity),
    sessions: takesSessions
      ? places.map(({ meetingId: id, title, edtf, timeZone, placeName, startsAt, endsAt, registered, waiting, capacity: of }) => {
          const { date, time } = formatWhen(whenOf(edtf), { zone: timeZone, locale, year: false });
          const room = queue(registered, waiting, of);
          return { id, title, day: sentenceCase(date), time, placeName, startsAt, endsAt, capacity: of, room };
        })
      : [],
  };
}

export type LoadedOffer = Awaited<ReturnType<typeof loadOffer>>;
/** What the fields of a person need. */
export type Offered = Pick<LoadedOffer, 'categories' | 'questions' | 'sessions'>;
