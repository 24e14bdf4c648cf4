import { readBadge } from '#app/model/badge-code.ts';
import type { RoomScope } from '#app/model/scope.ts';
import { findBadge, findRoom } from '#db/live-polls/room.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
import type { Services } from '#server/services.ts';
import type { Device } from './voter-cookie.ts';

export type ShownBadge =
  | { ok: true; device: Device }
  | { ok: false; reason: 'badge-unknown' | 'other-edition' | 'no-cookie' | 'too-often' };

/** Codes typed by everybody behind one address (a full room shows its badges), and on one device. */
const TYPED = { times: 800, everyMinutes: 10 };
const TYPED_ON_DEVICE = { times: 10, everyMinutes: 10 };

/** The badge of the edition that somebody votes with from now on, on this device: its code as scanned, or the eight signs under it. */
export async function showBadge(
  services: Services,
  scope: RoomScope,
  { typed, device, ip }: { typed: string; device: Device | null; ip: string },
): Promise<ShownBadge> {
  if (!device) return { ok: false, reason: 'no-cookie' };
  const { editionId, editionSlug } = await findRoom(services.db, scope);
  if (!editionId || !editionSlug) return { ok: false, reason: 'badge-unknown' };
  const read = readBadge(typed.slice(0, 300), editionSlug);
  if (!read.ok && read.reason === 'other-edition') return { ok: false, reason: 'other-edition' };
  // counted before it is looked for, so that trying many at once gives no more
  const tries = [
    { what: 'room badge by address', who: ip, ...TYPED },
    { what: 'room badge by device', who: device.id, ...TYPED_ON_DEVICE },
  ];
  for (const limit of tries) if (!(await withinLimit(services, limit))) return { ok: false, reason: 'too-often' };
  const badge = read.ok ? await findBadge(services.db, { editionId, code: read.code, short: read.short }) : undefined;
  return badge ? { ok: true, device: { ...device, registrationId: badge.registrationId } } : { ok: false, reason: 'badge-unknown' };
}
