import type { DoorView } from './door-engine.ts';

/** How many are in as far as this phone knows: what the server said, and what waits here. */
export function insideNow({ door, waiting }: Pick<DoorView, 'door' | 'waiting'>): number {
  const undone = new Set(waiting.flatMap(({ event }) => (event.kind === 'undo' ? [event.of] : [])));
  const told = (badge: string) => (door.presences.get(badge)?.at ?? null) !== null;
  const here = new Map<string, boolean>();
  let strangers = 0;
  for (const { event } of waiting) {
    if (undone.has(event.id)) continue;
    if (event.kind === 'walk-in') strangers += 1;
    else if (event.kind !== 'undo') here.set(event.badge, event.kind === 'in');
  }
  const moved = [...here].reduce((sum, [badge, inside]) => sum + Number(inside) - Number(told(badge)), 0);
  return Math.max(0, (door.counts?.inside ?? 0) + strangers + moved);
}
