import { z } from 'zod';
import { CHECK_LIMITS } from '#app/model/check-ins.ts';
import type { SyncQuestion } from '#app/model/door-protocol.ts';
import { REGISTRATION_CATEGORIES } from '#app/model/registrations.ts';
import { cleanLine } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';

const uuid = z.string().refine(isUuid);
/** ISO 8601 with an offset, between 1970 and 9999: what Temporal and the tables take. */
const instant = z
  .string()
  .max(40)
  .refine((text) => {
    try {
      const ms = Temporal.Instant.from(text).epochMilliseconds;
      return ms >= 0 && ms < 253_402_300_800_000;
    } catch {
      return false; // RangeError
    }
  });
const line = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most));
const person = z.object({
  givenName: line(100),
  familyName: line(100).refine((name) => name !== ''),
  organisation: line(200),
  category: z.enum(REGISTRATION_CATEGORIES),
});
const event = z.discriminatedUnion('kind', [
  z.object({ id: uuid, at: instant, kind: z.enum(['in', 'out']), badge: z.string().max(64), warned: z.boolean() }),
  z.object({ id: uuid, at: instant, kind: z.literal('walk-in'), person }),
  z.object({ id: uuid, at: instant, kind: z.literal('undo'), of: uuid }),
]);
const sync = z.object({
  phone: uuid,
  sentAt: instant,
  version: z.string().max(64).nullable(),
  day: z.string().max(10).nullable(),
  change: z.number().int().min(0),
  pending: z.number().int().min(0).max(1_000_000),
  events: z.array(event),
});

/** 'too-many': more checks at once than CHECK_LIMITS.batch; 'unreadable': no phone of ours sends this. */
export type ParsedSync = { ok: true; question: SyncQuestion } | { ok: false; reason: 'unreadable' | 'too-many' };

/** What a phone sent, checked and cleaned. */
export function parseSync(body: unknown): ParsedSync {
  const events = typeof body === 'object' && body !== null && 'events' in body ? body.events : null;
  if (Array.isArray(events) && events.length > CHECK_LIMITS.batch) return { ok: false, reason: 'too-many' };
  const parsed = sync.safeParse(body);
  return parsed.success ? { ok: true, question: parsed.data } : { ok: false, reason: 'unreadable' };
}
