import type { DoorOf } from './doors.ts';

/** Who came to an edition, in numbers. */
export const FIGURES_DOORS: DoorOf[] = [{ pattern: '/editions/:edition/figures' }, { pattern: '/editions/:edition/figures/:format' }];
