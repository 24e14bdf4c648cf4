import { findEdition } from '#db/programme/read.ts';
import { readDraft } from '#db/programme/read-draft.ts';
import { findLastVersion } from '#db/programme/read-published.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { readSeats } from '#server/programme/read-seats.ts';
import type { Services } from '#server/services.ts';
import type { Programme } from './use-placing.ts';

/** An edition and its draft, as the pages that prepare it show them: cancelled sessions are left out. */
export async function loadProgramme({ db }: Pick<Services, 'db'>, scope: OrganisedEdition) {
  const [edition, draft, published] = await Promise.all([findEdition(db, scope), readDraft(db, scope), findLastVersion(db, scope)]);
  const sessions = await readSeats(db, scope, draft);
  const programme: Programme = { slots: draft.slots, rooms: draft.rooms, tracks: draft.tracks, sessions };
  const last = published && { number: published.number, publishedAt: published.publishedAt };
  return { edition, draft, programme, last };
}
