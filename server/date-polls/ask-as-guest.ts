import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import type { Language } from '#app/model/language.ts';
import type { GuestDoorScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { countVoters, insertGuest, listAddressees } from '#db/date-polls/voters.ts';
import { findKnownPeople } from '#db/directory/match.ts';
import { inTransaction } from '#db/transaction.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
import type { Services } from '#server/services.ts';
import { holdPoll, type NotOpen, notOpen } from './hold-poll.ts';
import { queueToVoters } from './queue-poll-mail.ts';

/** What a guest types: clean texts within the directory's limits, the address as parseEmail gives it. */
export interface GuestWish {
  givenName: string;
  familyName: string;
  organisationName: string;
  email: string;
  language: Language;
}

export type AskedAsGuest =
  /** A mail with a personal link leaves, or left lately: the same answer whoever's the address is. */
  { ok: true } | { ok: false; reason: 'too_often' | 'full' } | NotOpen;

/**
 * Asks for a ballot by the guest link. The personal link comes by mail, which proves the address: nobody votes in another's
 * name, an address votes once, and an address that is on the list already gets the ballot that is its own.
 */
export async function askAsGuest(services: Services, door: GuestDoorScope, guest: GuestWish, ip: string): Promise<AskedAsGuest> {
  const { pollId } = door;
  if (!(await withinLimit(services, { what: 'guests of a poll by ip', who: ip, times: 10, everyMinutes: 60 })))
    return { ok: false, reason: 'too_often' };
  if (!(await withinLimit(services, { what: 'guests of a poll', who: pollId, times: 60, everyMinutes: 60 })))
    return { ok: false, reason: 'too_often' };
  // who asks again for the same address has the first mails; saying so would tell whether somebody is asked
  const mayWrite = await withinLimit(services, {
    what: 'guest of a poll by address',
    who: `${pollId} ${guest.email}`,
    times: 3,
    everyMinutes: 24 * 60,
  });
  return inTransaction<AskedAsGuest>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    const refused = notOpen(poll.state);
    if (refused) return refused;
    if (!mayWrite) return { ok: true };
    const now = services.clock.now().toString();
    const there = await listAddressees(trx, pollId, { address: guest.email });
    if (there.length === 0) {
      if ((await countVoters(trx, pollId)).guests >= DATE_POLL_LIMITS.guests) return { ok: false, reason: 'full' };
      const [known] = await findKnownPeople(trx, { nameKeys: [], emails: [guest.email] });
      const own = known ? { givenName: '', familyName: '', organisationName: '', email: '', personId: known.id } : { personId: null };
      const voterId = await insertGuest(trx, { ...guest, ...own, pollId, askedAt: now });
      if (voterId) there.push(...(await listAddressees(trx, pollId, { voterIds: [voterId] })));
      await recordAudit(trx, {
        ...{ personId: null, action: 'date_poll.guest', subjectType: 'date_poll', subjectId: pollId },
        detail: { voterId },
      });
    }
    await queueToVoters(trx, services, there, ({ voterId }) => ({
      template: 'date-poll-own-link',
      payload: { voterId },
      dedupeKey: `date-poll-guest:${voterId}:${now}`,
    }));
    return { ok: true };
  });
}
