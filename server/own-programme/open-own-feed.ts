import type { EditionScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { openOwnProgramme, setFeedHash } from '#db/own-programme/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
import { hashOfSecret, newSecret } from '#server/accounts/secrets.ts';
import type { Services } from '#server/services.ts';
import { type Chooser, ownerOf } from './owner.ts';

export type OpenedFeed =
  | {
      ok: true;
      /** The whole address; it is told once, only its hash is kept. One from before answers 404 from now on. */
      address: string;
      /** For the browser to keep; null: it has it, or the programme is an account's. */
      newSecret: string | null;
    }
  | { ok: false; reason: 'too-often' };

const ADDRESSES = { what: 'own programme feeds by ip', times: 120, everyMinutes: 60 };

/** Gives one's own programme an address for calendars, or another one in its place. */
export async function openOwnFeed(
  services: Services,
  { edition, chooser }: { edition: EditionScope; chooser: Chooser },
): Promise<OpenedFeed> {
  if (chooser.personId === null && !(await withinLimit(services, { ...ADDRESSES, who: chooser.ip })))
    return { ok: false, reason: 'too-often' };
  const { owner, newSecret: forBrowser } = ownerOf(chooser);
  const secret = newSecret();
  const hash = hashOfSecret(secret);
  const now = services.clock.now().toString();
  await inTransaction(services.db, async (trx) => {
    const id = await openOwnProgramme(trx, { editionId: edition.editionId, owner, now });
    await setFeedHash(trx, { id, hash, now });
    await recordAudit(trx, { personId: owner.personId, action: 'own-programme.feed', subjectType: 'own-programme', subjectId: id });
  });
  return { ok: true, address: `${services.env.appUrl}/feeds/programmes/${secret}.ics`, newSecret: forBrowser };
}
