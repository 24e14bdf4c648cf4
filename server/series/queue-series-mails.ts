import { listInvitees } from '#db/attendance/write.ts';
import type { Trx } from '#db/client.ts';
import { queueMailTo } from '#server/attendance/queue-invitations.ts';
import type { Services } from '#server/services.ts';

/** What became of one meeting, and when it was to be before. */
export interface SeriesNews {
  meetingId: string;
  what: 'moved' | 'cancelled' | 'place';
  before: { edtf: string; timeZone: string };
}

/** From so many changed meetings on, people get them as one list as well. */
export const A_LIST = 3;

/**
 * One mail with the list of all new dates to each person who is invited to several meetings that changed.
 *
 * It carries no calendar part, and the single updates and cancellations are sent all the same (notify-invitees.ts): one iTIP
 * message may only speak of one UID (RFC 5546, 3.2.2), mail programs take only the first calendar part of a mail, and an entry
 * that stays on the old day in somebody's calendar costs more than mails that calendars digest by themselves. People read
 * the list; calendars read the rest. Below A_LIST changes the single mails say it all.
 */
export async function queueSeriesMails(
  trx: Trx,
  services: Services,
  { seriesId, revision, by, news }: { seriesId: string; revision: number; by: string; news: readonly SeriesNews[] },
): Promise<void> {
  if (news.length < A_LIST) return;
  const invited = await Promise.all(news.map(async (one) => ({ one, invitees: await listInvitees(trx, one.meetingId) })));
  const people = new Map(invited.flatMap(({ invitees }) => invitees.map((invitee) => [invitee.personId, invitee] as const)));
  for (const invitee of people.values()) {
    const own = invited.filter(({ invitees }) => invitees.some(({ personId }) => personId === invitee.personId)).map(({ one }) => one);
    if (own.length < A_LIST) continue;
    const dedupeKey = `series-change:${seriesId}:${revision}:${invitee.personId}`;
    await queueMailTo(trx, services, invitee, { template: 'series-change', payload: { seriesId, by, news: own }, dedupeKey });
  }
}
