import { holdPlaces } from '#db/registrations/places.ts';
import { listEditionsWithQueues } from '#db/registrations/read-free-places.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { givePlaces } from './give-places.ts';

/** Gives the free places of an edition, for whoever changed how many there are (a greater room, a session moved). */
export async function givePlacesNow(services: Services, editionId: string): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    await holdPlaces(trx, editionId);
    await givePlaces(trx, services, { editionId });
  });
}

/** The same for all editions in which somebody waits: rooms and sessions change in many ways, and nobody shall wait for a free place. */
export async function givePlacesEverywhere(services: Services): Promise<void> {
  const yesterday = services.clock.now().subtract({ hours: 24 }).toZonedDateTimeISO('UTC').toPlainDate().toString();
  for (const editionId of await listEditionsWithQueues(services.db, yesterday)) await givePlacesNow(services, editionId);
}
