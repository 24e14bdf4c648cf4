import type { FeedHolds } from '#app/model/calendar.ts';
import type { Language } from '#app/model/language.ts';
import { mint, type NetworkScope, type SelfScope } from '#app/model/scope.ts';
import { findPersonalFeed, touchPersonalFeed } from '#db/calendar/access.ts';
import { hashOfSecret } from '#server/accounts/secrets.ts';
import { enterNetwork } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

export interface PersonalFeedAccess {
  feedId: string;
  self: SelfScope;
  /** What its owner may see today; asked anew at every poll, so that leaving a group empties the feed. */
  network: NetworkScope;
  owner: { language: Language; timeZone: string };
  holds: FeedHolds;
  /** Minutes before a meeting at which its calendars ring; null: they do not. */
  alarmMinutes: number | null;
}

// a write for every poll would cost more than it tells
const TOUCH_AFTER = { hours: 1 };

/**
 * Gate of the feed behind a secret address; null for one that never was, was revoked, or whose owner is gone: they answer
 * alike. Found by the hash of 256 random bits, so neither time nor number of attempts tells anything.
 */
export async function enterPersonalFeed(services: Services, secret: string): Promise<PersonalFeedAccess | null> {
  const hash = hashOfSecret(secret);
  const feed = hash && (await findPersonalFeed(services.db, hash));
  if (!feed) return null;
  const { id: feedId, lastUsedAt, holds, alarmMinutes, ...owner } = feed;
  const now = services.clock.now();
  if (!lastUsedAt || Temporal.Instant.compare(Temporal.Instant.from(lastUsedAt).add(TOUCH_AFTER), now) < 0)
    await touchPersonalFeed(services.db, feedId, now.toString());
  const network = await enterNetwork(services, owner);
  return { feedId, self: mint<SelfScope>({ personId: owner.personId }), network, owner, holds, alarmMinutes };
}
