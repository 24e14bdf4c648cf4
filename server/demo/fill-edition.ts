import type { Viewer } from '#app/model/viewer.ts';
import { crowdOf } from '#db/demo/edition-2023/crowd.ts';
import { insertCrowd } from '#db/demo/edition-2023/insert-crowd.ts';
import { slugOf } from '#db/demo/edition-2023/meetings.ts';
import { ROOMS, SLOTS, TRACKS } from '#db/demo/edition-2023/session.ts';
import { EDITION, SESSIONS } from '#db/demo/edition-2023.ts';
import { findEditionMeetings } from '#db/demo/read-edition.ts';
import { inTransaction } from '#db/transaction.ts';
import { type OrganisedEdition, organiseEdition } from '#server/programme/access.ts';
import { newBadgeCode } from '#server/registrations/badge-code.ts';
import type { Services } from '#server/services.ts';
import { layProgramme, publishDraft } from './lay-programme.ts';

/** When its programme came out. */
const PROGRAMME_AT = '2023-06-15T08:00:00Z';

/**
 * The edition of 2023 as its organisers left it: rooms, tracks and hours, the programme that was published, and everybody who
 * registered and came. Its sessions are there already, with those who have a part in them.
 */
export async function fillEdition(services: Services, organiser: Viewer): Promise<void> {
  const then: Services = { ...services, clock: { now: () => Temporal.Instant.from(PROGRAMME_AT) } };
  const scope = await organiseEdition(then, organiser, EDITION.slug);
  await fillProgramme(then, { scope, viewer: organiser });
  await inTransaction(services.db, (trx) => insertCrowd(trx, { editionId: scope.editionId, crowd: crowdOf(), badgeCode: newBadgeCode }));
}

async function fillProgramme(services: Services, by: { scope: OrganisedEdition; viewer: Viewer }): Promise<void> {
  const meetings = await findEditionMeetings(services.db, by.scope.editionId);
  await layProgramme(services, by, {
    rooms: Object.entries(ROOMS).map(([name, capacity]) => ({ name, capacity })),
    tracks: TRACKS,
    slots: SLOTS,
    sessions: SESSIONS.flatMap(({ start, room, track, ...session }) => {
      const meetingId = meetings.get(slugOf(session));
      return meetingId ? [{ meetingId, day: start.slice(0, 10), startsAt: start.slice(11), room, track }] : [];
    }),
  });
  await publishDraft(services, by, 'Le programme des deux journées.');
}
