import { findSessionOwner, revokeSessions, type SessionChoice } from '#db/accounts/sessions.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Services } from '#server/services.ts';

/** Ends sessions of a person: one, all but one, or all. Takes effect at once, on open pages and sockets too. */
export async function endSessions(services: Services, personId: string, which: SessionChoice): Promise<void> {
  const now = services.clock.now().toString();
  const ended = await services.db.transaction().execute(async (trx) => {
    const count = await revokeSessions(trx, { personId, which, now });
    if (count > 0)
      await recordAudit(trx, { personId, action: 'session.end', subjectType: 'person', subjectId: personId, detail: { count } });
    return count;
  });
  if (ended > 0) services.live.accessChanged({ personId });
}

/** Ends the session that a request came with. */
export async function endSession(services: Services, id: string): Promise<void> {
  const owner = await findSessionOwner(services.db, id);
  if (owner) await endSessions(services, owner.personId, { only: id });
}
