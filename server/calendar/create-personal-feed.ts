import { FEED_NAME_LENGTH, type FeedHolds, MOST_PERSONAL_FEEDS } from '#app/model/calendar.ts';
import type { SelfScope } from '#app/model/scope.ts';
import { cleanLine } from '#app/model/text.ts';
import { recordAudit } from '#db/audit/write.ts';
import { countPersonalFeeds, insertPersonalFeed } from '#db/calendar/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { hashOfSecret, newSecret } from '#server/accounts/secrets.ts';
import type { Services } from '#server/services.ts';

export type CreatedFeed =
  | { ok: true /** The whole address; it is told once, only its hash is kept. */; address: string }
  | { ok: false; reason: 'name-too-long' | 'too-many' | 'created-before' };

export interface FeedWish {
  /** It comes with the form. */
  id: string;
  /** For which device; an empty one is fine. */
  name: string;
  holds: FeedHolds;
  /** Minutes before a meeting at which calendars are asked to ring; null: never. */
  alarmMinutes: number | null;
}

/** Makes a personal feed. */
export async function createPersonalFeed(services: Services, self: SelfScope, given: FeedWish): Promise<CreatedFeed> {
  const name = cleanLine(given.name);
  if (name.length > FEED_NAME_LENGTH) return { ok: false, reason: 'name-too-long' };
  const secret = newSecret();
  const tokenHash = hashOfSecret(secret);
  if (!tokenHash) throw new Error('A new secret has the wrong shape.');
  const { personId } = self;
  return inTransaction(services.db, async (trx): Promise<CreatedFeed> => {
    if ((await countPersonalFeeds(trx, personId)) >= MOST_PERSONAL_FEEDS) return { ok: false, reason: 'too-many' };
    const createdAt = services.clock.now().toString();
    const created = await insertPersonalFeed(trx, { ...given, personId, tokenHash, name, createdAt });
    if (!created) return { ok: false, reason: 'created-before' };
    await recordAudit(trx, { personId, action: 'personal-feed.create', subjectType: 'personal-feed', subjectId: given.id });
    return { ok: true, address: secretAddress(services, secret) };
  });
}

/** The address of a personal feed; whoever knows it reads it. */
export function secretAddress({ env }: Services, secret: string): string {
  return `${env.appUrl}/feeds/me/${secret}.ics`;
}
