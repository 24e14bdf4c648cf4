import type { DoorPerson, Presence } from '#app/model/door-protocol.ts';

/** What the phone says of a badge, large. */
export type DoorVerdict =
  | { kind: 'welcome' | 'goodbye' | 'not-in'; person: DoorPerson }
  | { kind: 'again'; person: DoorPerson; presence: Presence }
  /** Not noted: whoever keeps the door decides. */
  | { kind: 'waiting' | 'cancelled' | 'elsewhere'; person: DoorPerson }
  | { kind: 'walked-in'; name: string; full: boolean }
  | { kind: 'undone'; name: string }
  | { kind: 'unknown' | 'other-edition' | 'unreadable' | 'early' | 'over' | 'revoked' | 'no-list' };

export type VerdictTone = 'yes' | 'look' | 'no';

export function toneOf({ kind }: DoorVerdict): VerdictTone {
  switch (kind) {
    case 'welcome':
    case 'goodbye':
    case 'walked-in':
      return 'yes';
    case 'again':
    case 'not-in':
    case 'waiting':
    case 'elsewhere':
    case 'undone':
    case 'unreadable':
    case 'early':
    case 'no-list':
      return 'look';
    default:
      return 'no';
  }
}
