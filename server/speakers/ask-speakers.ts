import { fullNameOf } from '#app/model/attendance.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { type BoardSpeaker, listAddresses, readBoard } from '#db/speakers/read-board.ts';
import { holdEdition, markAsked, revokeSpeakerLinks } from '#db/speakers/write-board.ts';
import { inTransaction } from '#db/transaction.ts';
import { queueMails } from '#server/outbox/queue-mail.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';

/** Who is written to: those never asked; those who were and still owe something; or one person, in any case. */
export type Whom = { kind: 'new' } | { kind: 'owing' } | { kind: 'one'; personId: string };

export type AskedSpeakers =
  | { ok: true; written: number }
  | { ok: false; reason: 'nobody' }
  /** Somebody was asked, added or sent something since the number was shown. */
  | { ok: false; reason: 'count_changed'; count: number };

/** Those of a board whom a choice means, with an address. */
export function meant(board: readonly BoardSpeaker[], whom: Whom): BoardSpeaker[] {
  const reachable = board.filter((speaker) => speaker.reachable);
  if (whom.kind === 'one') return reachable.filter(({ personId }) => personId === whom.personId);
  if (whom.kind === 'new') return reachable.filter(({ askedAt }) => askedAt === null);
  return reachable.filter(({ askedAt, owed }) => askedAt !== null && owed.length > 0);
}

/** Sends people the link of their page, to as many as the organiser confirmed (`expected`). */
export async function askSpeakers(
  services: Services,
  { viewer, scope, whom, expected }: { viewer: Viewer; scope: OrganisedEdition; whom: Whom; expected: number },
): Promise<AskedSpeakers> {
  const { editionId } = scope;
  const now = services.clock.now();
  return inTransaction<AskedSpeakers>(services.db, async (trx) => {
    await holdEdition(trx, editionId);
    const speakers = meant(await readBoard(trx, scope), whom);
    if (speakers.length === 0) return { ok: false, reason: 'nobody' };
    if (speakers.length !== expected) return { ok: false, reason: 'count_changed', count: speakers.length };
    const asked = new Set(speakers.filter(({ askedAt }) => askedAt !== null).map(({ personId }) => personId));
    const people = await listAddresses(
      trx,
      speakers.map(({ personId }) => personId),
    );
    const mails = people.map((person) => ({
      template: 'speaker-link' as const,
      payload: { editionId, by: viewer.personId, occasion: asked.has(person.personId) ? ('reminder' as const) : ('asked' as const) },
      personId: person.personId,
      to: { address: person.email, name: fullNameOf(person) },
      language: person.language,
      // decided under the lock: no two of them are the same news
      dedupeKey: `speaker-link:${crypto.randomUUID()}`,
    }));
    const written = await queueMails(trx, services, mails);
    await markAsked(trx, { editionId, personIds: people.map(({ personId }) => personId), now: now.toString() });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'speaker.ask', subjectType: 'edition', subjectId: editionId },
      detail: { whom: whom.kind, written },
    });
    return { ok: true, written };
  });
}

/** Ends every link of somebody's page; a new one can be sent. */
export async function revokeLinks(
  services: Services,
  { viewer, scope: { editionId }, personId }: { viewer: Viewer; scope: OrganisedEdition; personId: string },
): Promise<{ ok: true; revoked: number }> {
  return inTransaction(services.db, async (trx) => {
    const revoked = await revokeSpeakerLinks(trx, { editionId, personId, now: services.clock.now().toString() });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'speaker.revoke', subjectType: 'edition', subjectId: editionId },
      detail: { personId, revoked },
    });
    return { ok: true, revoked };
  });
}
