import type { EditionScope } from '#app/model/scope.ts';
import { deletePastProgrammes, insertStar, isSessionToChoose, openOwnProgramme } from '#db/own-programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
import type { Services } from '#server/services.ts';
import { enterOwnProgramme } from './access.ts';
import { type Chooser, ownerOf } from './owner.ts';

export type Chosen =
  | { ok: true /** For the browser to keep; null: it has it, or the programme is an account's. */; newSecret: string | null }
  /** No session of this edition that they may see; or too many new programmes from one address. */
  | { ok: false; reason: 'unknown' | 'too-often' };

// a whole delegation may sit behind one address
const NEW_PROGRAMMES = { what: 'own programmes by ip', times: 120, everyMinutes: 60 };
/** How long what visitors chose is kept after the edition. */
const KEPT = { months: 13 };

/** Puts a session into one's own programme. It registers nobody, and nobody else is told. */
export async function chooseSession(
  services: Services,
  { edition, chooser, meetingId }: { edition: EditionScope; chooser: Chooser; meetingId: string },
): Promise<Chosen> {
  const { owner, newSecret } = ownerOf(chooser);
  // a secret that a script made up opens a new programme as well as none does
  if (
    chooser.personId === null &&
    (await enterOwnProgramme(services, { edition, viewer: null, secret: chooser.secret })).ownProgrammeId === null &&
    !(await withinLimit(services, { ...NEW_PROGRAMMES, who: chooser.ip }))
  )
    return { ok: false, reason: 'too-often' };
  const now = services.clock.now();
  return inTransaction(services.db, async (trx): Promise<Chosen> => {
    if (!(await isSessionToChoose(trx, edition, meetingId))) return { ok: false, reason: 'unknown' };
    if (newSecret !== null) await deletePastProgrammes(trx, now.toZonedDateTimeISO('UTC').subtract(KEPT).toPlainDate().toString());
    const ownProgrammeId = await openOwnProgramme(trx, { editionId: edition.editionId, owner, now: now.toString() });
    await insertStar(trx, { ownProgrammeId, meetingId, starredAt: now.toString() });
    return { ok: true, newSecret };
  });
}
