import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import type { Language } from '#app/model/language.ts';
import type { GuestDoorScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { insertGuest, renewGuest } from '#db/date-polls/guests.ts';
import { countVoters, listAddressees } from '#db/date-polls/voters.ts';
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
  /** A mail with a personal link leaves, or left lately, if the address may answer. */
  | { ok: true }
  /** `full`: no new guest gets a ballot; an address on the list gets its own nevertheless. */
  | { ok: false; reason: 'too_often' | 'full' }
  | NotOpen;

/**
 * Asks for a ballot by the guest link. The personal link goes to the address and nowhere else, so whoever answers reads its
 * mail; the name is what somebody typed, and nothing proves it. An address that is on the list gets the ballot that it has:
 * one ballot for each address.
 *
 * No answer depends on whose the address is, so none tells who is asked: what refuses is counted by place and by poll, and
 * `full` counts the guests who answered, whichever address is typed. Typed addresses fill nothing, and are forgotten after
 * DATE_POLL_LIMITS.guestDays (`sweepGuests`).
 */
export async function askAsGuest(services: Services, door: GuestDoorScope, guest: GuestWish, ip: string): Promise<AskedAsGuest> {
  const { pollId } = door;
  if (!(await withinLimit(services, { what: 'guests of a poll by ip', who: ip, times: 10, everyMinutes: 60 })))
    return { ok: false, reason: 'too_often' };
  if (!(await withinLimit(services, { what: 'guests of a poll', who: pollId, times: 60, everyMinutes: 60 })))
    return { ok: false, reason: 'too_often' };
  // nobody's mailbox is filled from here; refusing would tell whoever shares the guest link that the address was typed before
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
    const full = (await countVoters(trx, pollId)).guests >= DATE_POLL_LIMITS.guests;
    const answer: AskedAsGuest = full ? { ok: false, reason: 'full' } : { ok: true };
    if (!mayWrite) return answer;
    const now = services.clock.now().toString();
    await renewGuest(trx, { pollId, email: guest.email, name: guest, now });
    const there = await listAddressees(trx, pollId, { address: guest.email });
    if (there.length === 0 && !full) {
      const [known] = await findKnownPeople(trx, { nameKeys: [], emails: [guest.email] });
      const own = known ? { givenName: '', familyName: '', organisationName: '', email: '', personId: known.id } : { personId: null };
      const voterId = await insertGuest(trx, { ...guest, ...own, pollId, askedAt: now });
      if (voterId) there.push(...(await listAddressees(trx, pollId, { voterIds: [voterId] })));
      await recordAudit(trx, {
        ...{ personId: null, action: 'date_poll.guest', subjectType: 'date_poll', subjectId: pollId },
        detail: { voterId },
      });
    }
    // whose mailbox it is proved nothing yet: what somebody typed as a name stands nowhere in our mail, not beside the address either
    const unnamed = there.map((voter) => ({ ...voter, givenName: '', familyName: '' }));
    await queueToVoters(trx, services, unnamed, ({ voterId }) => ({
      template: 'date-poll-own-link',
      payload: { voterId },
      dedupeKey: `date-poll-guest:${voterId}:${now}`,
    }));
    return answer;
  });
}
