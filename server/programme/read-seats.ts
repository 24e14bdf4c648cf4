import type { DraftSession } from '#app/model/programme-draft.ts';
import type { Executor } from '#db/client.ts';
import type { DraftSessionRow } from '#db/programme/read-draft.ts';
import { countRegistered } from '#db/registrations/read-counts.ts';
import type { OrganisedEdition } from './access.ts';

/** The sessions of a draft with how many people registered for each; cancelled ones clash with nothing and are left out. */
export async function readSeats(
  db: Executor,
  scope: OrganisedEdition,
  { sessions }: { sessions: readonly DraftSessionRow[] },
): Promise<(DraftSessionRow & DraftSession)[]> {
  const { bySession } = await countRegistered(db, scope);
  return sessions
    .filter(({ status }) => status !== 'cancelled')
    .map((session) => ({ ...session, registered: bySession.get(session.id)?.registered ?? 0 }));
}
