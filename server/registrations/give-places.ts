import type { Trx } from '#db/client.ts';
import { giveFreePlaces } from '#db/registrations/places.ts';
import { listAddressees } from '#db/registrations/read-addressees.ts';
import { type AnyMailToQueue, queueMails } from '#server/outbox/queue-mail.ts';
import type { Services } from '#server/services.ts';

/**
 * Gives the free places of an edition to whoever asked first, and writes to those who waited for them, in the caller's
 * transaction, which holds the places. `quiet`: who is being told otherwise, having just asked.
 */
export async function givePlaces(
  trx: Trx,
  services: Services,
  { editionId, quiet = [] }: { editionId: string; quiet?: readonly string[] },
): Promise<void> {
  const given = await giveFreePlaces(trx, { editionId, now: services.clock.now().toString() });
  const lucky = new Map<string, { edition: boolean; meetingIds: string[]; numbers: number[] }>();
  const newsOf = (registrationId: string) => {
    const news = lucky.get(registrationId) ?? { edition: false, meetingIds: [], numbers: [] };
    lucky.set(registrationId, news);
    return news;
  };
  for (const { registrationId, queueNumber } of given.edition) {
    const news = newsOf(registrationId);
    news.edition = true;
    news.numbers.push(queueNumber);
  }
  for (const { registrationId, meetingId, queueNumber } of given.sessions) {
    const news = newsOf(registrationId);
    news.meetingIds.push(meetingId);
    news.numbers.push(queueNumber);
  }
  for (const registrationId of quiet) lucky.delete(registrationId);
  if (lucky.size === 0) return;
  const addressees = await listAddressees(trx, [...lucky.keys()]);
  const mails = addressees.flatMap(({ registrationId, personId, email, delegationId, contact, language }): AnyMailToQueue[] => {
    const news = lucky.get(registrationId);
    if (!news) return [];
    const { edition, meetingIds, numbers } = news;
    // numbers of the queue serve once, so the same place is never told twice
    const dedupeKey = `registration-place:${registrationId}:${numbers.toSorted((a, b) => a - b).join(',')}`;
    if (email) {
      const to = { address: email, name: '' };
      return [{ template: 'registration-place', payload: { registrationId, edition, meetingIds }, personId, to, language, dedupeKey }];
    }
    if (!contact || !delegationId) return [];
    const payload = { delegationId, registrationId, edition, meetingIds };
    const to = { address: contact.email, name: '' };
    return [{ template: 'delegation-place', payload, personId: null, to, language: contact.language, dedupeKey }];
  });
  await queueMails(trx, services, mails);
}
