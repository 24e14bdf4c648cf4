import { type Locale, localePath } from '#app/locale.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { revokeGuestLinks } from '#db/accounts/link-tokens.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Executor } from '#db/client.ts';
import { inTransaction } from '#db/transaction.ts';
import { mintLink } from '#server/accounts/link-tokens.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedPoll } from './access.ts';
import { holdPoll } from './hold-poll.ts';

/** A link outlives the longest poll: after it, its page still says which date was chosen. */
const LIFETIME = { months: 15 };

/** A new address under which one voter answers without signing in; the earlier ones go on serving. */
export async function mintVoteLink(
  services: Services,
  { voterId, personId, locale }: { voterId: string; personId: string | null; locale: Locale },
  db: Executor = services.db,
): Promise<string> {
  const token = await mintLink(services, { purpose: 'date_poll', personId, datePollVoterId: voterId, validFor: LIFETIME }, db);
  return `${services.env.appUrl}${localePath(`/votes/${token}`, locale)}`;
}

/** The link that lets anybody ask for a ballot, shown this once: a new one ends those before. Null: the poll takes no answers any more. */
export async function makeGuestLink(
  services: Services,
  { viewer, scope, locale }: { viewer: Viewer; scope: OrganisedPoll; locale: Locale },
): Promise<string | null> {
  const { pollId } = scope;
  return inTransaction(services.db, async (trx) => {
    const { state } = await holdPoll(trx, services, pollId, 'update');
    if (state !== 'open') return null;
    await revokeGuestLinks(trx, { datePollId: pollId, now: services.clock.now().toString() });
    const token = await mintLink(services, { purpose: 'date_poll', personId: null, datePollId: pollId, validFor: LIFETIME }, trx);
    await recordAudit(trx, { personId: viewer.personId, action: 'date_poll.open_to_guests', subjectType: 'date_poll', subjectId: pollId });
    return `${services.env.appUrl}${localePath(`/votes/${token}`, locale)}`;
  });
}

/** Ends the guest link; who came by it keeps their own. */
export async function closeToGuests(services: Services, { viewer, scope }: { viewer: Viewer; scope: OrganisedPoll }): Promise<void> {
  const { pollId } = scope;
  await inTransaction(services.db, async (trx) => {
    await holdPoll(trx, services, pollId, 'update');
    await revokeGuestLinks(trx, { datePollId: pollId, now: services.clock.now().toString() });
    await recordAudit(trx, { personId: viewer.personId, action: 'date_poll.close_to_guests', subjectType: 'date_poll', subjectId: pollId });
  });
}
